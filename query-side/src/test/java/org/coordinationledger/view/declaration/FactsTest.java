package org.coordinationledger.view.declaration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.coordinationledger.basisdocument.event.BasisDocumentEvent;
import org.coordinationledger.basisdocument.event.BasisDocumentState;
import org.coordinationledger.basisdocument.event.DocumentKind;
import org.coordinationledger.basisdocument.event.Series;
import org.coordinationledger.basisdocument.view.BasisDocumentView;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.actor.Role;
import org.coordinationledger.inspection.event.FindingKind;
import org.coordinationledger.inspection.event.InspectionEvent;
import org.coordinationledger.inspection.event.InspectionKind;
import org.coordinationledger.inspection.event.InspectionState;
import org.coordinationledger.inspection.view.InspectionView;
import org.coordinationledger.timeline.Step;
import org.coordinationledger.timeline.Timeline;
import org.coordinationledger.vocabulary.BasisDocumentId;
import org.coordinationledger.vocabulary.Bounded;
import org.coordinationledger.vocabulary.DocumentNumber;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.PartKey;
import org.coordinationledger.vocabulary.PersonCode;
import org.coordinationledger.vocabulary.Subject;
import org.junit.jupiter.api.Test;

class FactsTest {

    @Test
    void the_largest_document_that_can_be_recorded_stays_within_the_bound() {
        LocalDate on = LocalDate.of(2020, 1, 1);
        Timeline<?, BasisDocumentState> timeline = BasisDocumentState.TYPE.empty().plus(new Step<>(
                0, 0, new Actor("p", longest(0), Role.RECORDER),
                new BasisDocumentEvent.Issued(
                        on, new DocumentNumber("Đ".repeat(60)), DocumentKind.OFFICIAL_LETTER, Series.STATE_YEAR,
                        longest(1), null, longest(Bounded.BASES, 100), on, new Subject("s".repeat(1_000)), true, List.of(),
                        longest(Bounded.ORGANISATIONS, 200), on, true)));

        Facts facts = BasisDocumentView.VIEW.factsOf(timeline.on(on).orElseThrow(), List.of());

        assertThat(facts.ids("appliesTo")).hasSize(Bounded.ORGANISATIONS);
    }

    @Test
    void the_largest_inspection_that_can_be_recorded_stays_within_the_bound() {
        LocalDate on = LocalDate.of(2020, 1, 1);
        DocumentNumber number = new DocumentNumber("ệ".repeat(60));
        Actor commissioner = new Actor("decider", longest(0), Role.APPROVER);
        List<OrganisationId> subjects = longest(InspectionEvent.MOST_SUBJECTS, 100);
        List<PartKey> findings =
                IntStream.range(0, 16).mapToObj(i -> new PartKey("finding-" + i)).toList();
        List<InspectionEvent> events = new ArrayList<>();
        events.add(new InspectionEvent.Decided(
                on, InspectionKind.INSPECTION, longest(0), number, subjects, new Subject("s"),
                List.of(new PersonCode("team")), new PersonCode("team"), on, on, List.of(), true));
        findings.forEach(finding -> events.add(new InspectionEvent.Found(
                on, finding, FindingKind.VIOLATION, subjects.get(0), null, new Subject("s"))));
        events.add(new InspectionEvent.Heard(on, new Subject("s")));
        events.add(new InspectionEvent.Concluded(on, number, findings, null, List.of()));
        IntStream.range(0, 16).forEach(i -> events.add(
                new InspectionEvent.RemedyRequired(on, findings.get(i), longest(200 + i), new Subject("s"), on)));
        Timeline<InspectionEvent, InspectionState> timeline = InspectionState.TYPE.empty();
        for (InspectionEvent event : events) {
            Actor actor = event instanceof InspectionEvent.Found
                    ? new Actor("team", longest(0), Role.INSPECTOR)
                    : event instanceof InspectionEvent.Heard
                            ? new Actor("subject", subjects.get(0), Role.RECORDER)
                            : commissioner;
            timeline = timeline.require(event, actor);
        }

        Facts facts = InspectionView.VIEW.factsOf(
                timeline.on(on).orElseThrow(),
                IntStream.range(0, Timeline.MOST_BASES)
                        .mapToObj(i -> new BasisDocumentId("%064d".formatted(i)))
                        .toList());

        assertThat(facts.ids("responsible")).hasSize(16);
        assertThat(facts.waiting()).hasSize(16);
    }

    @Test
    void facts_over_the_bound_cannot_be_built() {
        assertThatThrownBy(() -> Facts.of(Map.of("name", "x".repeat(Facts.MAX_BYTES))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_figure_may_only_name_facts_that_are_declared() {
        assertThatThrownBy(() -> FeatureView.of(BasisDocumentState.TYPE)
                        .open(BasisDocumentState::inForce)
                        .figure(Figure.count("documents").placedBy("nowhere"))
                        .build())
                .hasMessageContaining("nowhere");
    }

    private static List<OrganisationId> longest(int count, int from) {
        return IntStream.range(from, from + count).mapToObj(FactsTest::longest).toList();
    }

    private static OrganisationId longest(int number) {
        return new OrganisationId("%064d".formatted(number));
    }
}
