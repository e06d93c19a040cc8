package org.coordinationledger.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.coordinationledger.testing.Life.day;
import static org.coordinationledger.testing.Life.organisation;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.actor.Role;
import org.coordinationledger.basisdocument.event.DocumentKind;
import org.coordinationledger.inspection.event.FindingKind;
import org.coordinationledger.inspection.event.InspectionEvent;
import org.coordinationledger.inspection.event.InspectionKind;
import org.coordinationledger.inspection.event.InspectionState;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.testing.Life;
import org.coordinationledger.testing.Samples;
import org.coordinationledger.vocabulary.DocumentNumber;
import org.coordinationledger.vocabulary.PartKey;
import org.coordinationledger.vocabulary.PersonCode;
import org.coordinationledger.vocabulary.Reason;
import org.coordinationledger.vocabulary.Subject;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The numbered documents that steps are told by. */
class PaperTest {

    private static final Actor BODY = new Actor("decides", organisation("body"), Role.APPROVER);
    private static final Actor TEAM = new Actor("inspects", organisation("body"), Role.INSPECTOR);
    private static final Actor SUBJECT = new Actor("reports", organisation("subject"), Role.APPROVER);
    private static final PartKey FINDING = new PartKey("late");

    private static List<RecordEvent> samples() {
        return Samples.all().stream()
                .filter(RecordEvent.class::isInstance)
                .map(RecordEvent.class::cast)
                .toList();
    }

    private static Stream<Object> numbers(RecordEvent event) {
        return Arrays.stream(event.getClass().getRecordComponents())
                .filter(component -> component.getType() == DocumentNumber.class)
                .flatMap(component -> {
                    try {
                        return Stream.ofNullable(component.getAccessor().invoke(event));
                    } catch (ReflectiveOperationException e) {
                        throw new AssertionError(e);
                    }
                });
    }

    @Test
    void a_step_bears_a_paper_with_its_number_and_none_without_one() {
        for (RecordEvent event : samples()) {
            Paper paper = event.paper(organisation("acting"));
            assertThat(Stream.<Object>ofNullable(paper == null ? null : paper.number()))
                    .as("%s", event)
                    .containsExactlyElementsOf(numbers(event).toList());
        }
        assertThat(samples()).filteredOn(event -> numbers(event).findAny().isPresent()).hasSizeGreaterThan(12);
    }

    @Test
    void no_kind_of_paper_is_called_as_a_kind_of_basis_document_is() {
        assertThat(Stream.concat(Stream.of(PaperKind.values()), Stream.of(DocumentKind.values())).map(Enum::name))
                .doesNotHaveDuplicates();
    }

    @Test
    void a_record_bears_no_more_papers_than_its_facts_hold() {
        Life<InspectionEvent, InspectionState> life = required();
        LocalDate on = day("2020-02-01");
        for (int report = 3; report <= Timeline.MOST_PAPERS; report++) {
            life = life.then(SUBJECT, reported(on, report + "-BC")).then(BODY, refused(on));
            on = on.plusDays(1);
        }
        Life<InspectionEvent, InspectionState> full = life;
        LocalDate last = on;

        assertThat(full.timeline().papers()).hasSize(Timeline.MOST_PAPERS);
        assertThatThrownBy(() -> full.then(SUBJECT, reported(last, "65-BC")))
                .isInstanceOfSatisfying(RejectedException.class, e -> assertThat(e.rejection())
                        .isEqualTo(new TimelineRejection.TooManyPapers(Timeline.MOST_PAPERS)));
        assertThat(full.then(SUBJECT, reported(last, null)).timeline().papers()).hasSize(Timeline.MOST_PAPERS);
    }

    @Test
    void a_voided_step_bears_nothing_and_a_corrected_one_what_it_should_have_said() {
        Life<InspectionEvent, InspectionState> life = required().then(SUBJECT, reported(day("2020-02-01"), "3-BC"));

        assertThat(numbers(life.corrects(SUBJECT, 5, reported(day("2020-02-01"), "4-BC"))))
                .containsExactly("1-QĐ", "2-KL", "4-BC");
        assertThat(numbers(life.voids(SUBJECT, 5))).containsExactly("1-QĐ", "2-KL");
    }

    private static List<String> numbers(Life<?, ?> life) {
        return life.timeline().papers().keySet().stream().map(paper -> paper.number().value()).toList();
    }

    /** An inspection whose subject has a finding to remedy; it bears two papers. */
    private static Life<InspectionEvent, InspectionState> required() {
        return Life.of(InspectionState.TYPE)
                .then(BODY, new InspectionEvent.Decided(
                        day("2020-01-01"), InspectionKind.INSPECTION, organisation("body"), new DocumentNumber("1-QĐ"),
                        List.of(organisation("subject")), new Subject("Quy chế"), List.of(new PersonCode("inspects")),
                        new PersonCode("inspects"), day("2020-01-01"), day("2020-12-31"), List.of(), false))
                .then(TEAM, new InspectionEvent.Found(
                        day("2020-01-03"), FINDING, FindingKind.SHORTCOMING, organisation("subject"), null,
                        new Subject("Chậm")))
                .then(SUBJECT, new InspectionEvent.Heard(day("2020-01-04"), new Subject("Nhất trí")))
                .then(BODY, new InspectionEvent.Concluded(
                        day("2020-01-05"), new DocumentNumber("2-KL"), List.of(FINDING), null, List.of()))
                .then(BODY, new InspectionEvent.RemedyRequired(
                        day("2020-01-06"), FINDING, organisation("subject"), new Subject("Sửa"), day("2021-01-01")));
    }

    private static InspectionEvent reported(LocalDate on, @Nullable String number) {
        return new InspectionEvent.RemedyReported(
                on, FINDING, new Subject("Đã sửa"), number == null ? null : new DocumentNumber(number));
    }

    private static InspectionEvent refused(LocalDate on) {
        return new InspectionEvent.RemedyRefused(on, FINDING, new Reason("Chưa đủ"));
    }
}
