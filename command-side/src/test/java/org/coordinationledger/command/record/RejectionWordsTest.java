package org.coordinationledger.command.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.coordinationledger.appointment.command.CommitteeAppointmentAcross;
import org.coordinationledger.basisdocument.command.BasisDocumentAcross;
import org.coordinationledger.briefing.command.BriefingAcross;
import org.coordinationledger.cellassignment.command.CellAssignmentAcross;
import org.coordinationledger.cellmeeting.command.CellMeetingAcross;
import org.coordinationledger.handover.command.HandoverAcross;
import org.coordinationledger.householdassignment.command.HouseholdAssignmentAcross;
import org.coordinationledger.mandate.command.MandateAcross;
import org.coordinationledger.member.command.MemberAcross;
import org.coordinationledger.organisation.command.OrganisationAcross;
import org.coordinationledger.rejection.Rejection;
import org.coordinationledger.reminder.command.ReminderAcross;
import org.coordinationledger.service.problem.Messages;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every refusal of the command side says what is wrong and what to do, in both languages. */
class RejectionWordsTest {

    private final Messages messages = new Messages();

    static Stream<Class<?>> rejections() {
        return Stream.of(
                        CommandRejection.class,
                        NeighbourRejection.class,
                        SuccessorRejection.class,
                        HandoverAcross.class,
                        ReminderAcross.class,
                        OrganisationAcross.class,
                        BasisDocumentAcross.class,
                        MemberAcross.class,
                        BriefingAcross.class,
                        CellMeetingAcross.class,
                        HouseholdAssignmentAcross.class,
                        CommitteeAppointmentAcross.class,
                        MandateAcross.class,
                        CellAssignmentAcross.class)
                .flatMap(family -> Arrays.stream(family.getPermittedSubclasses()));
    }

    @ParameterizedTest
    @MethodSource("rejections")
    void a_refusal_has_title_and_detail_that_name_its_data_only(Class<?> type) {
        String key = "problem." + Rejection.codeOf(type.asSubclass(Rejection.class)).replace('/', '.');
        for (Locale language : Messages.LANGUAGES) {
            assertThat(messages.find(key + ".title", language)).as("%s.title in %s", key, language).isPresent();
            assertThat(messages.find(key + ".detail", language)).as("%s.detail in %s", key, language).isPresent();
            assertThat(Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName))
                    .containsAll(messages.placeholders(key + ".detail", language));
        }
    }
}
