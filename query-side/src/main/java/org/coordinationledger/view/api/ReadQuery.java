package org.coordinationledger.view.api;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.service.problem.ServiceRejection;
import org.coordinationledger.view.list.Cursor;
import org.coordinationledger.view.reading.KnownOn;
import org.coordinationledger.vocabulary.Dates;
import org.jspecify.annotations.Nullable;

/** The parameters of a read. Unknown, repeated and unreadable ones are refused. */
public final class ReadQuery {

    static final int DEFAULT_LIMIT = 50;
    static final int MOST = 200;

    /** Stands for an {@code Accept} header; Spring has read it before a controller is chosen. */
    static final String FORMAT = "format";

    private static final String FILTER = "filter.";
    private static final String WAIT = "waitForPosition";
    private static final List<String> ALWAYS = List.of("effectiveOn", "knownOn", WAIT, FORMAT);
    private static final List<String> PAGED = List.of("limit", "after");
    private static final Set<String> NOT_PART_OF_WHAT_IS_ASKED = Set.of("limit", "after", WAIT, FORMAT);
    private static final int LONGEST_SHOWN = 60;

    private final String path;
    private final SortedMap<String, String> given;
    private final InstantSource clock;

    private ReadQuery(String path, SortedMap<String, String> given, InstantSource clock) {
        this.path = path;
        this.given = given;
        this.clock = clock;
    }

    /**
     * @param paged whether pages can be asked for
     * @param further names of parameters besides
     */
    public static ReadQuery of(HttpServletRequest request, InstantSource clock, boolean paged, List<String> further) {
        List<String> known = new ArrayList<>(ALWAYS);
        if (paged) {
            known.addAll(PAGED);
        }
        known.addAll(further);
        SortedMap<String, String> given = new TreeMap<>();
        for (Map.Entry<String, String[]> parameter : request.getParameterMap().entrySet()) {
            String name = parameter.getKey();
            if (!known.contains(name)) {
                throw new RejectedException(new ServiceRejection.UnknownParameter(shown(name), known));
            }
            if (parameter.getValue().length != 1) {
                throw invalid(name, String.join(", ", parameter.getValue()), "one-value");
            }
            given.put(name, parameter.getValue()[0]);
        }
        return new ReadQuery(request.getRequestURI(), given, clock);
    }

    /** Refuses every parameter. */
    static void requireNoParameters(HttpServletRequest request) {
        request.getParameterMap().keySet().stream().findFirst().ifPresent(name -> {
            throw new RejectedException(new ServiceRejection.UnknownParameter(shown(name), List.of()));
        });
    }

    /** The day asked about; today if none is given, that of the first page if this is a further one. */
    public LocalDate effectiveOn() {
        return cursor().map(Cursor::effectiveOn)
                .or(() -> date("effectiveOn"))
                .orElseGet(() -> LocalDate.ofInstant(clock.instant(), Dates.ZONE));
    }

    public Optional<LocalDate> date(String name) {
        return text(name).map(value -> {
            try {
                return Dates.plausible(name, LocalDate.parse(value));
            } catch (DateTimeException e) {
                throw invalid(name, value, "YYYY-MM-DD");
            }
        });
    }

    public KnownOn knownOn() {
        Optional<Cursor> cursor = cursor();
        if (cursor.isPresent()) {
            return new KnownOn.Position(cursor.get().knownAt());
        }
        return knownOn("knownOn").orElseGet(KnownOn.Now::new);
    }

    /** As known when, told by some parameter; empty if it is not given. */
    Optional<KnownOn> knownOn(String name) {
        return text(name).map(value -> knownOn(name, value));
    }

    private static KnownOn knownOn(String name, String value) {
        try {
            if (value.matches("\\d{1,18}")) {
                return new KnownOn.Position(Long.parseLong(value));
            }
            return value.length() == 10
                    ? KnownOn.endOf(Dates.plausible(name, LocalDate.parse(value)))
                    : new KnownOn.Before(Instant.parse(value));
        } catch (DateTimeException e) {
            throw invalid(name, value, "day-instant-or-position");
        }
    }

    /**
     * A parameter that is one of some constants, written as {@link #word}.
     *
     * @param otherwise what it is where it is not given
     */
    <C extends Enum<C>> C constant(String name, Class<C> of, C otherwise) {
        List<C> all = List.of(of.getEnumConstants());
        return text(name)
                .map(value -> all.stream()
                        .filter(constant -> word(constant).equals(value))
                        .findFirst()
                        .orElseThrow(() -> invalid(
                                name, value, all.stream().map(ReadQuery::word).collect(Collectors.joining(", ")))))
                .orElse(otherwise);
    }

    /** A constant as parameters and answers about figures write it. */
    public static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** Whether a parameter is {@code true}; it is not where it is not given. */
    boolean flag(String name) {
        return text(name)
                .map(value -> {
                    if (!value.equals("true") && !value.equals("false")) {
                        throw invalid(name, value, "true, false");
                    }
                    return Boolean.valueOf(value);
                })
                .orElse(false);
    }

    /** The position to wait for, -1 if none. */
    public long waitForPosition() {
        return text(WAIT).map(ReadQuery::position).orElse(-1L);
    }

    /** The position to wait for, -1 if none, of a request that takes no other parameter. */
    static long onlyWaitForPosition(HttpServletRequest request) {
        request.getParameterMap().keySet().stream().filter(name -> !name.equals(WAIT)).findFirst().ifPresent(name -> {
            throw new RejectedException(new ServiceRejection.UnknownParameter(shown(name), List.of(WAIT)));
        });
        String value = request.getParameter(WAIT);
        return value == null ? -1 : position(value);
    }

    private static long position(String value) {
        if (!value.matches("\\d{1,18}")) {
            throw invalid(WAIT, value, "position");
        }
        return Long.parseLong(value);
    }

    int limit() {
        return limit(DEFAULT_LIMIT, MOST);
    }

    int limit(int ifNotGiven, int most) {
        return text("limit")
                .map(value -> {
                    if (!value.matches("\\d{1,3}") || Integer.parseInt(value) < 1 || Integer.parseInt(value) > most) {
                        throw invalid("limit", value, "1 to " + most);
                    }
                    return Integer.parseInt(value);
                })
                .orElse(ifNotGiven);
    }

    /** Where the page begins; empty for the first. */
    Optional<Cursor> cursor() {
        return text("after").map(value -> Cursor.read(value, asked()).orElseThrow(() -> noCursor(value)));
    }

    /** The sequence from which a further page of a record's steps goes on; 0 for the first page. */
    long sequenceAfter() {
        return cursor()
                .map(cursor -> cursor.lastSequence().orElseThrow(() -> noCursor(cursor.encoded())))
                .orElse(0L);
    }

    private static RejectedException noCursor(String value) {
        return invalid("after", value, "next-of-page-before");
    }

    @Nullable Cursor cursorOrNull() {
        return cursor().orElse(null);
    }

    public Optional<String> text(String name) {
        return Optional.ofNullable(given.get(name));
    }

    /** Filters by fact. */
    public SortedMap<String, String> filters() {
        SortedMap<String, String> filters = new TreeMap<>();
        given.forEach((name, value) -> {
            if (name.startsWith(FILTER)) {
                filters.put(name.substring(FILTER.length()), value);
            }
        });
        return filters;
    }

    public static String filter(String fact) {
        return FILTER + fact;
    }

    /** Stands for the list that is asked for, so that a cursor serves no other. */
    String asked() {
        StringBuilder all = new StringBuilder(path);
        given.forEach((name, value) -> {
            if (!NOT_PART_OF_WHAT_IS_ASKED.contains(name)) {
                all.append('\n').append(name).append('=').append(value);
            }
        });
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(all.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    static RejectedException invalid(String parameter, String value, String expected) {
        return new RejectedException(new ServiceRejection.InvalidParameter(parameter, shown(value), expected));
    }

    private static String shown(String value) {
        return value.length() <= LONGEST_SHOWN ? value : value.substring(0, LONGEST_SHOWN) + "…";
    }
}
