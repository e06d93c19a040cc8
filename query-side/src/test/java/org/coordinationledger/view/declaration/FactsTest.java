package org.coordinationledger.view.declaration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
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
import org.coordinationledger.timeline.Step;
import org.coordinationledger.timeline.Timeline;
import org.coordinationledger.vocabulary.Bounded;
import org.coordinationledger.vocabulary.DocumentNumber;
import org.coordinationledger.vocabulary.OrganisationId;
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
    void facts_over_the_bound_cannot_be_built() {
        assertThatThrownBy(() -> Facts.of(Map.of("name", "x".repeat(Facts.MAX_BYTES))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_figure_may_only_name_facts_that_are_declared() {
        assertThatThrownBy(() -> FeatureView.of(BasisDocumentState.TYPE)
                        .open(BasisDocumentState::inForce)
                        .unfinished(BasisDocumentState::inForce)
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
