package org.coordinationledger.auditor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.ResourceBundle;
import org.coordinationledger.agreement.event.AgreementEvent;
import org.coordinationledger.evidence.EvidenceWords;
import org.coordinationledger.tlog.RefusedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayTest {

    @TempDir
    private Path mirror;

    @Test
    void a_record_is_told_step_by_step_from_the_mirror_alone() {
        TestLog log = new TestLog().fill(300);
        Agreements.live(log, "agreement-1", 60);
        log.writeTo(mirror);

        Run run = Run.of("replay", mirror, "agreement-1");

        assertThat(run.code()).as(run.err()).isEqualTo(Auditor.HOLDS);
        assertThat(run.out())
                .contains("Record agreement-1: 5 steps", "Position in the ledger: 300", "Effective on: 2018-07-01")
                .contains("Recorded by: A-17 (", "Rests on: basis-09", "Reason: đính chính số")
                .contains("Corrected or voided by step: 4", "number: 04-QC/PH)", "number: 05-QC/PH)")
                .contains("kind: coordination rules", "stage: draft → proposed")
                .contains("none of the record is missing up to there");
        assertThat(Run.in(Locale.forLanguageTag("vi"), "replay", mirror, "agreement-1").out())
                .contains("Hồ sơ agreement-1: 5 bước", "Vị trí trong sổ cái: 300");
    }

    @Test
    void where_the_record_ends_by_the_last_tree_of_heads_is_told_beside() {
        TestLog log = new TestLog().fill(300);
        Agreements.live(log, "agreement-1", 0);
        log.sealHeads().fill(7).add("Agreement", "agreement-1", new AgreementEvent.Proposed(LocalDate.of(2018, 9, 1)));
        log.writeTo(mirror);

        assertThat(Run.of("replay", mirror, "agreement-1").out())
                .contains("In the tree of record heads of the first 305 entries, whose root the entry at position 305 holds")
                .contains("the record ends with step 4, at position 304", "Steps after it: 1.")
                .contains("its root was made again from this copy just now");
        assertThat(Run.of("--lang", "vi", "replay", mirror, "agreement-1").out())
                .contains("hồ sơ kết thúc ở bước 4, vị trí 304");
    }

    @Test
    void a_tree_of_heads_that_is_not_that_of_the_entries_stops_the_replay() {
        TestLog log = new TestLog().fill(300);
        Agreements.live(log, "agreement-1", 0);
        log.sealHeads(log.recordHeads(heads -> heads.get("agreement-1")[0]--), 305).writeTo(mirror);

        Run run = Run.of("replay", mirror, "agreement-1");

        assertThat(run.code()).isEqualTo(Auditor.WRONG);
        assertThat(run.err()).contains("at position 305: the tree of record heads");
    }

    @Test
    void a_stream_that_is_no_record_is_shown_as_it_stands() {
        new TestLog().fill(300).writeTo(mirror);

        assertThat(Run.of("replay", mirror, "filler-3").out()).contains("Step 3: filler.added", "{\"n\":294}");
    }

    @Test
    void both_languages_say_the_same_things() {
        ResourceBundle english = Words.in("en").bundle();
        ResourceBundle vietnamese = Words.in("vi").bundle();

        assertThat(vietnamese.keySet()).isEqualTo(english.keySet());
        assertThat(EvidenceWords.in("vi").keys()).isEqualTo(EvidenceWords.in("en").keys());
        for (Fault fault : Fault.values()) {
            assertThat(english.containsKey(fault.key())).as(fault.key()).isTrue();
        }
        for (RefusedException.Reason reason :
                RefusedException.Reason.values()) {
            assertThat(Words.in("vi").refused(new RefusedException(reason, "")))
                    .isNotBlank();
        }
    }

    @Test
    void every_command_explains_itself_in_both_languages() {
        for (String command : new String[] {"mirror", "verify", "since", "replay", "prove", "check", "casefile"}) {
            for (String language : new String[] {"vi", "en"}) {
                Run run = Run.of("--lang", language, command, "--help");
                assertThat(run.code()).isZero();
                assertThat(run.out()).startsWith(language.equals("en") ? "Usage: auditor " : "Cách dùng: auditor ");
                assertThat(run.out().lines().filter(l -> l.matches("\\s+--?[a-z-]+.*")))
                        .allMatch(l -> l.strip().length() > 8);
            }
        }
    }
}
