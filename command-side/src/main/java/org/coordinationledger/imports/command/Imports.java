package org.coordinationledger.imports.command;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.catalogue.EventJson;
import org.coordinationledger.command.api.CommandSeries;
import org.coordinationledger.member.event.PersonalData;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.rejection.Rejection;
import org.coordinationledger.service.directory.NamedOrganisation;
import org.coordinationledger.service.personaldata.PersonalDataVault;
import org.coordinationledger.service.problem.Messages;
import org.coordinationledger.service.problem.ProblemWriter;
import org.coordinationledger.service.problem.ServiceRejection;
import org.coordinationledger.vocabulary.MemberId;
import org.jspecify.annotations.Nullable;

/** Reads files, says what would become of each row, and takes what is confirmed. */
final class Imports {

    private static final String RESOURCE = "imports";
    private static final int LONGEST_FILE_NAME = 100;

    private final Declarations declarations;
    private final SpreadsheetReader reader;
    private final RowPlanner planner;
    private final ImportStore store;
    private final PersonalDataVault vault;
    private final Supplier<List<NamedOrganisation>> directory;
    private final ProblemWriter problems;
    private final Messages messages;
    private final ImportLimits limits;
    private final Clock clock;

    Imports(
            Declarations declarations,
            SpreadsheetReader reader,
            RowPlanner planner,
            ImportStore store,
            PersonalDataVault vault,
            Supplier<List<NamedOrganisation>> directory,
            ProblemWriter problems,
            Messages messages,
            ImportLimits limits,
            Clock clock) {
        this.declarations = declarations;
        this.reader = reader;
        this.planner = planner;
        this.store = store;
        this.vault = vault;
        this.directory = directory;
        this.problems = problems;
        this.messages = messages;
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * Reads a file and keeps what would become of its rows; nothing is recorded. The same file of the same person takes the
     * place of its earlier preview, and leads to the one that is being recorded, if there is one.
     */
    StoredImport read(String resource, String fileName, byte[] file, Actor actor) {
        ImportDeclaration declaration = declarations.of(resource);
        Sheet sheet = reader.read(file);
        Columns columns = Columns.of(declaration, sheet.headings(), messages);
        String digest = digest(file);
        for (StoredImport earlier : store.of(actor, Integer.MAX_VALUE)) {
            if (earlier.resource().equals(resource) && earlier.digest().equals(digest)) {
                if (earlier.state() == ImportState.RECORDING) {
                    return earlier;
                }
                if (earlier.state() == ImportState.PREVIEWED) {
                    forget(earlier);
                }
            }
        }
        List<PlannedRow> planned = planner.plan(declaration, columns, sheet.rows(), actor, directory);
        StoredImport made = new StoredImport(
                UUID.randomUUID().toString(), resource, actor, named(fileName), digest, ImportState.PREVIEWED,
                clock.instant(), planned.size());
        store.keep(made, stored(made.sealedUnder(), planned));
        tidy(actor);
        return made;
    }

    private List<StoredRow> stored(MemberId sealedUnder, List<PlannedRow> planned) {
        List<PersonalData.Clear> clear =
                planned.stream().map(PlannedRow::personalData).filter(Objects::nonNull).toList();
        Iterator<PersonalData.Sealed> sealed = vault.sealAll(sealedUnder, clear).iterator();
        List<StoredRow> rows = new ArrayList<>();
        for (PlannedRow row : planned) {
            Rejection refusal = row.refusal();
            rows.add(new StoredRow(
                    rows.size(), row.number(), row.fate(), row.cells(),
                    row.personalData() == null ? null : sealed.next(), row.record(), row.steps(),
                    row.steps().stream().map(step -> step.step() == null ? "begin" : step.step()).toList(),
                    row.after(), row.sameAs(), row.waits(), row.refusedStep(),
                    refusal == null ? Map.of() : told(refusal, row.field()), -1));
        }
        return rows;
    }

    /** A refusal as problems say it, in each language. */
    Map<String, String> told(Rejection refusal, @Nullable String field) {
        Map<String, String> told = new LinkedHashMap<>();
        for (Locale language : Messages.LANGUAGES) {
            Map<String, Object> problem = new LinkedHashMap<>(problems.body(refusal, language));
            if (field != null) {
                problem.put("field", field);
            }
            told.put(language.getLanguage(), EventJson.mapper().writeValueAsString(problem));
        }
        return told;
    }

    /** The imports of somebody, the latest first. */
    List<StoredImport> of(Actor actor) {
        return store.of(actor, limits.mostKept());
    }

    /**
     * An import of somebody; to others it is as if it were not there.
     *
     * @throws RejectedException with {@link ServiceRejection.UnknownRecord}
     */
    StoredImport find(String id, Actor actor) {
        return store.find(id, actor).orElseThrow(() -> new RejectedException(new ServiceRejection.UnknownRecord(
                RESOURCE, id.length() <= 64 ? id : id.substring(0, 64))));
    }

    Map<Fate, Integer> counts(StoredImport one) {
        return store.counts(one.id());
    }

    List<StoredRow> rows(StoredImport one, @Nullable Fate fate, int fromPlace, int most) {
        return store.rows(one.id(), fate, fromPlace, most);
    }

    /** Has an import recorded; to confirm it again changes nothing. */
    StoredImport confirm(String id, Actor actor) {
        StoredImport found = find(id, actor);
        if (found.state() == ImportState.PREVIEWED) {
            store.advance(id, ImportState.PREVIEWED, ImportState.RECORDING);
        }
        return find(id, actor);
    }

    /** Forgets an import; what it recorded stays recorded. */
    void discard(String id, Actor actor) {
        StoredImport found = find(id, actor);
        if (found.state() == ImportState.RECORDING) {
            throw new RejectedException(new ImportRejection.AlreadyConfirmed(found.state().name()));
        }
        forget(found);
    }

    private void forget(StoredImport one) {
        store.forget(one.id());
        vault.forget(one.sealedUnder());
    }

    /** What is personal in a row, for who sent it. */
    PersonalData.@Nullable Clear opened(StoredImport one, StoredRow row) {
        PersonalData.Sealed sealed = row.personalData();
        return sealed == null ? null : vault.open(one.sealedUnder(), sealed).orElse(null);
    }

    /** Forgets what is old, and of this person all but the latest. */
    private void tidy(Actor actor) {
        List<StoredImport> own = store.of(actor, Integer.MAX_VALUE);
        own.stream()
                .skip(limits.mostKept())
                .filter(one -> one.state() != ImportState.RECORDING)
                .forEach(this::forget);
        forgetOld();
    }

    /** Forgets imports that are kept long enough. */
    void forgetOld() {
        Instant before = clock.instant().minus(Duration.ofDays(limits.keptDays()));
        store.forgettable(before).forEach(this::forget);
    }

    private static String named(String fileName) {
        String clean = SpreadsheetReader.clean(fileName).replaceAll("[\\p{Cntrl}\\p{Cf}/\\\\]", " ").strip();
        return clean.length() <= LONGEST_FILE_NAME ? clean : clean.substring(0, LONGEST_FILE_NAME) + "…";
    }

    private static String digest(byte[] file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
