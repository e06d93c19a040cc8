package org.coordinationledger.auditor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.coordinationledger.agreement.event.AgreementEvent;
import org.coordinationledger.agreement.event.AgreementKind;
import org.coordinationledger.tlog.SignedNote;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.Subject;
import org.coordinationledger.vocabulary.TextDigest;
import org.coordinationledger.vocabulary.WitnessKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An agreement's parties name the witnesses that they run in the ledger; an auditor asks for the cosignatures of these. */
class NamedWitnessesTest {

    private static final LocalDate DAY = LocalDate.of(2018, 7, 1);
    private static final String TEXT = "Quy chế";

    @TempDir
    private Path folder;

    private TestLog log(boolean named) {
        OrganisationId party = new OrganisationId("border-guard");
        TestLog log = new TestLog().text(TEXT).fill(5);
        log.add("Agreement", "rules-1", new AgreementEvent.Drafted(
                DAY, AgreementKind.COORDINATION_RULES, new Subject("Quy chế phối hợp"), party,
                List.of(party, new OrganisationId("district")), TextDigest.of(TEXT), DAY, null, null, List.of(), true));
        log.add("Agreement", "rules-1", new AgreementEvent.Proposed(DAY));
        log.add("Agreement", "rules-1", new AgreementEvent.Signed(DAY, 1, TextDigest.of(TEXT)));
        log.addBy("district", "Agreement", "rules-1", new AgreementEvent.Signed(DAY, 1, TextDigest.of(TEXT)));
        if (named) {
            log.addBy("district", "Agreement", "rules-1", new AgreementEvent.WitnessNamed(
                    DAY.plusDays(1), new WitnessKey(TestLog.WITNESS.verifier().text())));
        }
        return log.fill(3);
    }

    private Run verify(Object... more) {
        return Run.in(Locale.ENGLISH, Stream.concat(
                Stream.of("verify", folder), Arrays.stream(more)).toArray());
    }

    @Test
    void a_checkpoint_that_a_party_s_witness_has_not_cosigned_does_not_verify_for_that_agreement() {
        log(true).writeTo(folder);

        Run run = verify("--agreement", "rules-1");

        assertThat(run.code()).as(run.err()).isEqualTo(Auditor.WRONG);
        assertThat(run.out()).contains("Party district: its witness witness.example/w1 has not cosigned this checkpoint.");
        assertThat(run.err()).contains("too few of the witnesses asked for cosigned");
        assertThat(verify().code()).isEqualTo(Auditor.HOLDS);
    }

    @Test
    void it_verifies_once_the_witness_has_cosigned() {
        TestLog log = log(true).writeTo(folder);
        SignedNote cosigned = log.checkpoint()
                .plus(TestLog.WITNESS.cosign(log.checkpoint().text(), Instant.parse("2026-01-02T00:00:00Z")));
        TestLog.write(folder, "checkpoint", cosigned.bytes());

        Run run = verify("--agreement", "rules-1");

        assertThat(run.code()).as(run.err()).isEqualTo(Auditor.HOLDS);
        assertThat(run.out()).contains("witness.example/w1 cosigned this checkpoint at 2026-01-02T00:00:00Z");
    }

    @Test
    void an_agreement_that_names_none_or_is_not_there_is_told_from_one_that_is_not_cosigned() {
        log(false).writeTo(folder);

        assertThat(verify("--agreement", "rules-1").code()).isEqualTo(Auditor.HOLDS);
        assertThat(verify("--agreement", "rules-1").out()).contains("The parties of agreement rules-1 named no witness.");
        assertThat(verify("--agreement", "rules-2").code()).isEqualTo(Auditor.NOT_FOUND);
    }
}
