package org.coordinationledger.view.projection;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.axonframework.common.AxonThreadFactory;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.coordinationledger.ledger.LedgerReader;
import org.coordinationledger.view.declaration.FeatureViews;
import org.coordinationledger.view.reading.Progress;
import org.coordinationledger.view.record.RecordStreams;
import org.coordinationledger.view.store.BuildProgress;
import org.coordinationledger.view.store.Builds;
import org.coordinationledger.view.store.Generation;
import org.coordinationledger.view.store.Generations;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the views of this process going: builds the first generation, carries the live one on, builds it anew when
 * asked, swaps, and removes what was superseded. It looks after them once in {@link #LOOK}, so that what another
 * process did is noticed too.
 *
 * <p>Views of another ledger, or of a ledger longer than this one, are discarded at start. Views of another shape are
 * built anew at start and read until then, but not carried on by this process.
 */
public final class Views implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Views.class);
    private static final Duration LOOK = Duration.ofMillis(500);

    private final FeatureViews views;
    private final LedgerReader ledger;
    private final EventStore events;
    private final TokenStore tokens;
    private final Generations generations;
    private final Builds builds;
    private final Progress progress;
    private final ViewSettings settings;
    private final InstantSource clock;
    private final RecordStreams streams;
    private final ScheduledExecutorService looking =
            Executors.newSingleThreadScheduledExecutor(new AxonThreadFactory("views"));
    private final ScheduledExecutorService building =
            Executors.newSingleThreadScheduledExecutor(new AxonThreadFactory("view-build"));
    private final Map<Integer, ViewProcessor> processors = new ConcurrentHashMap<>();
    private final Map<Integer, Instant> supersededSince = new HashMap<>();
    private final Set<Integer> checked = new HashSet<>();
    private final Set<Integer> outdated = new HashSet<>();
    private final AtomicBoolean buildRequested = new AtomicBoolean();
    private volatile int buildingHere = -1;
    private volatile boolean caughtUp;
    private volatile boolean closed;
    private volatile @Nullable String problem;

    public Views(
            FeatureViews views,
            LedgerReader ledger,
            EventStore events,
            TokenStore tokens,
            Generations generations,
            Builds builds,
            Progress progress,
            ViewSettings settings,
            InstantSource clock) {
        this.views = views;
        this.ledger = ledger;
        this.events = events;
        this.tokens = tokens;
        this.generations = generations;
        this.builds = builds;
        this.progress = progress;
        this.settings = settings;
        this.clock = clock;
        this.streams = new RecordStreams(ledger);
    }

    /** Begins to look after the views; returns at once. */
    public void start() {
        buildRequested.set(settings.rebuildAtStart());
        looking.scheduleWithFixedDelay(this::look, 0, LOOK.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Asks for all views to be built anew; nothing happens if a build is under way. */
    public void rebuild() {
        buildRequested.set(true);
        looking.execute(this::look);
    }

    /** How the views stand, in all processes where it can be told. */
    public ViewStatus status() {
        Optional<Generation> live = generations.live();
        long position = live.map(generations::watermark).orElse(-1L);
        long tail = Math.max(ledger.tail(), position);
        if (live.isPresent() && tail - position <= settings.readyLag()) {
            caughtUp = true;
        }
        String error = processors.values().stream()
                .flatMap(p -> p.failure().stream())
                .findFirst()
                .orElse(problem);
        return new ViewStatus(
                live.orElse(null), position, tail, caughtUp, error, builds.last().orElse(null));
    }

    private void look() {
        if (closed) {
            return;
        }
        try {
            // what is being built now may be live before this is through: it is left alone either way
            int beingBuilt = buildingHere;
            Optional<Generation> live = generations.live().filter(this::usable);
            boolean outdatedLive = live.isPresent() && outdated.contains(live.get().number());
            if (live.isEmpty() || outdatedLive || buildRequested.getAndSet(false)) {
                startBuild();
            }
            live.ifPresent(this::carryOn);
            stopOthers(live.orElse(null), beingBuilt);
            live.ifPresent(generation -> dropSuperseded(generation, beingBuilt));
            problem = null;
        } catch (RuntimeException e) {
            problem = e.toString();
            if (!closed) {
                LOG.warn("the views cannot be looked after; trying again", e);
            }
        }
    }

    private boolean usable(Generation live) {
        if (!checked.add(live.number())) {
            return true;
        }
        if (!generations.belongsToLedger(live)) {
            LOG.warn("views of generation {} belong to another ledger or a longer one: discarded", live.number());
            generations.discard(live);
            return false;
        }
        if (!live.shape().equals(views.shape())) {
            LOG.info("views of generation {} have another shape: building anew", live.number());
            outdated.add(live.number());
        }
        return true;
    }

    private void carryOn(Generation live) {
        if (live.shape().equals(views.shape()) && !processors.containsKey(live.number())) {
            startProcessor(live, generations.watermark(live));
        }
    }

    private void startProcessor(Generation generation, long from) {
        SpanProjection projection = new SpanProjection(
                views,
                streams,
                generations.writer(generation),
                segment -> generations.watermark(generation, segment),
                progress,
                settings.recordsInMemory());
        ViewProcessor processor =
                new ViewProcessor(generation, projection, events, tokens, from, settings.batchEvents());
        processors.put(generation.number(), processor);
        processor.start();
    }

    private void stopOthers(@Nullable Generation live, int beingBuilt) {
        for (ViewProcessor processor : processors.values()) {
            int number = processor.generation().number();
            if ((live == null || live.number() != number) && number != beingBuilt && number != buildingHere) {
                processors.remove(number);
                processor.close();
            }
        }
    }

    private void startBuild() {
        if (buildingHere >= 0 || !builds.take()) {
            return;
        }
        try {
            Generation next = generations.create(views.shape(), settings.segments());
            buildingHere = next.number();
            building.execute(() -> build(next));
        } catch (RuntimeException e) {
            buildingHere = -1;
            builds.release();
            throw e;
        }
    }

    private void build(Generation next) {
        BuildProgress[] last = new BuildProgress[1];
        try {
            LOG.info("building views of generation {}", next.number());
            long target = ledger.tail();
            ViewBuild build = new ViewBuild(
                    views, ledger, generations, clock, settings.buildFolder(), settings.buildThreads());
            build.upTo(target, next, told -> {
                last[0] = told;
                report(told);
            });
            startProcessor(next, target);
            swap(next, last);
            LOG.info("views of generation {} are live", next.number());
        } catch (RuntimeException e) {
            LOG.error("views of generation {} were not built", next.number(), e);
            fail(last[0], e);
        } finally {
            buildingHere = -1;
            progress.signal();
        }
    }

    private void report(BuildProgress told) {
        if (closed) {
            throw new IllegalStateException("the process stops");
        }
        builds.report(told);
    }

    /** Waits until the new generation has come as far as the one that is read, so that no reader goes back. */
    private void swap(Generation next, BuildProgress[] last) {
        while (true) {
            long seen = progress.changes();
            Generation live = generations.live().orElse(null);
            long reached = generations.watermark(next);
            last[0] = last[0].at(BuildProgress.Phase.CATCHING_UP, reached, clock.instant());
            report(last[0]);
            if (live == null || reached >= generations.watermark(live)) {
                if (generations.swap(live, next)) {
                    break;
                }
            } else {
                pause(seen);
            }
        }
        report(last[0].at(BuildProgress.Phase.DONE, last[0].position(), clock.instant()));
    }

    private void pause(long seen) {
        try {
            progress.await(seen, LOOK);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the process stops", e);
        }
    }

    private void fail(@Nullable BuildProgress last, RuntimeException e) {
        try {
            if (last == null) {
                builds.release();
            } else {
                builds.report(last.failed(e.toString(), clock.instant()));
            }
        } catch (RuntimeException again) {
            LOG.warn("the failure of the build could not be noted", again);
        }
    }

    private void dropSuperseded(Generation live, int beingBuilt) {
        supersededSince.remove(live.number());
        boolean underWay = builds.underWay();
        for (Generation old : generations.all()) {
            boolean keep = old.number() == live.number()
                    || old.number() == beingBuilt
                    || old.number() == buildingHere
                    || old.number() > live.number() && underWay;
            if (keep) {
                continue;
            }
            Instant since = supersededSince.computeIfAbsent(old.number(), n -> clock.instant());
            if (!since.plus(settings.keepSuperseded()).isAfter(clock.instant()) && dropTokens(old)) {
                generations.drop(old);
                supersededSince.remove(old.number());
                LOG.info("views of generation {} are removed", old.number());
            }
        }
    }

    private boolean dropTokens(Generation old) {
        try {
            for (int segment : tokens.fetchSegments(old.processor())) {
                tokens.fetchToken(old.processor(), segment);
                tokens.deleteToken(old.processor(), segment);
            }
            return true;
        } catch (UnableToClaimTokenException e) {
            LOG.debug("generation {} is still carried on by another process", old.number(), e);
            return false;
        }
    }

    /** Stops carrying views on in this process. A build that is under way is given up. */
    @Override
    public void close() {
        closed = true;
        progress.signal();
        building.shutdownNow();
        looking.shutdown();
        try {
            looking.awaitTermination(10, TimeUnit.SECONDS);
            building.awaitTermination(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        processors.values().forEach(ViewProcessor::close);
    }
}
