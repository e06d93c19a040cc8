package org.coordinationledger.agreement.command;

import static org.coordinationledger.agreement.command.Accord.AGREEMENT;
import static org.coordinationledger.agreement.command.Accord.DISTRICT;
import static org.coordinationledger.agreement.command.Accord.LEAD;
import static org.coordinationledger.agreement.command.Accord.NUMBER;
import static org.coordinationledger.agreement.command.Accord.PARTIES;
import static org.coordinationledger.agreement.command.Accord.drafted;
import static org.coordinationledger.testing.Life.day;

import java.util.List;
import org.coordinationledger.agreement.event.AgreementEvent;
import org.coordinationledger.agreement.event.AgreementRejection;
import org.coordinationledger.command.record.Amend;
import org.coordinationledger.command.record.AnyRecordId;
import org.coordinationledger.command.record.Landscape;
import org.coordinationledger.command.record.RegistryInMemory.Recorded;
import org.coordinationledger.reservation.event.ReservationEvent;
import org.coordinationledger.vocabulary.DocumentNumber;
import org.junit.jupiter.api.Test;

class AssignNumberTest {

    private final Accord accord = new Accord();

    @Test
    void the_lead_party_gives_the_number_in_its_series_of_the_year() {
        accord.inForce()
                .when(LEAD, assign("2018-02-05"))
                .recorded(assigned("2018-02-05"))
                .keys(new Recorded(Accord.numberKey(2018), Accord.held("agreement")));
    }

    @Test
    void no_other_party_gives_it() {
        accord.inForce()
                .when(DISTRICT, assign("2018-02-05"))
                .refused(new AgreementRejection.NotYourStep(List.of("border-guard")));
    }

    @Test
    void an_agreement_has_one_number() {
        accord.decision()
                .given(LEAD, drafted(new DocumentNumber("01-QC/PH"), PARTIES))
                .when(LEAD, assign("2018-02-05"))
                .refused(new AgreementRejection.AlreadyNumbered("01-QC/PH"));
    }

    @Test
    void the_number_of_another_agreement_is_not_given_again_in_the_same_year() {
        accord.landscape.registry.holding(Accord.numberKey(2018), Accord.held("other"));
        accord.inForce()
                .when(LEAD, assign("2018-12-31"))
                .refused(new AgreementAcross.NumberTaken("04-QC/PH", "2018", "other"));
        accord.inForce()
                .when(LEAD, assign("2019-01-01"))
                .recorded(assigned("2019-01-01"))
                .keys(new Recorded(Accord.numberKey(2019), Accord.held("agreement")));
    }

    @Test
    void the_series_runs_through_the_lead_partys_term_of_office_where_one_is_known() {
        accord.landscape.term("border-guard", "2015–2020", "2015-10-01", "2020-09-30");
        accord.landscape.registry.holding(Accord.numberKey("2015–2020"), Accord.held("other"));
        accord.inForce()
                .when(LEAD, assign("2019-01-01"))
                .refused(new AgreementAcross.NumberTaken("04-QC/PH", "2015–2020", "other"));
        accord.inForce()
                .when(LEAD, assign("2020-10-01"))
                .recorded(assigned("2020-10-01"))
                .keys(new Recorded(Accord.numberKey(2020), Accord.held("agreement")));
    }

    @Test
    void a_number_that_is_corrected_away_is_free_again() {
        accord.landscape.registry.holding(Accord.numberKey(2018), Accord.held("agreement"));
        Amend.Correct correct = new Amend.Correct(
                new AnyRecordId("agreement"), day("2018-03-01"), 5, assigned("2019-01-01"), Landscape.REASON, List.of());
        accord.inForce()
                .given(LEAD, assigned("2018-02-05"))
                .when(LEAD, correct)
                .recorded(correct.event())
                .keys(
                        new Recorded(Accord.numberKey(2019), Accord.held("agreement")),
                        new Recorded(Accord.numberKey(2018), new ReservationEvent.Released("agreement")));
    }

    private static AgreementCommand.AssignNumber assign(String day) {
        return new AgreementCommand.AssignNumber(AGREEMENT, day(day), NUMBER);
    }

    private static AgreementEvent.NumberAssigned assigned(String day) {
        return new AgreementEvent.NumberAssigned(day(day), NUMBER);
    }
}
