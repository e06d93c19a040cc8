package org.coordinationledger.view.declaration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.coordinationledger.outreach.event.OutreachSessionState;
import org.coordinationledger.view.QuerySideConfiguration;
import org.coordinationledger.view.declaration.FeatureViews.FeatureFigure;
import org.coordinationledger.view.figure.FigureQuestion;
import org.coordinationledger.view.figure.Period;
import org.coordinationledger.view.reading.ReadPoint;
import org.coordinationledger.view.reading.ReadingCircle;
import org.coordinationledger.view.store.Generation;
import org.junit.jupiter.api.Test;

class FigureTest {

    private static final Period YEAR = new Period(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 12, 31));

    @Test
    void what_happens_does_so_on_a_date() {
        FeatureView.Builder<OutreachSessionState> view = FeatureView.of(OutreachSessionState.TYPE)
                .open(s -> true)
                .flag("illustrative", OutreachSessionState::illustrative)
                .figure(Figure.count("sessions").happenedOn("illustrative"));

        assertThatThrownBy(view::build).isInstanceOf(IllegalStateException.class).hasMessageContaining("no date");
    }

    @Test
    void records_are_told_apart_by_a_fact_that_there_is() {
        FeatureView.Builder<OutreachSessionState> view =
                FeatureView.of(OutreachSessionState.TYPE).open(s -> true).titledBy("subject");

        assertThatThrownBy(view::build).isInstanceOf(IllegalStateException.class).hasMessageContaining("subject");
    }

    @Test
    void only_what_happens_on_a_day_is_counted_within_a_period() {
        assertThat(question("outreachSessions").during(YEAR).period()).isEqualTo(YEAR);
        FigureQuestion seats = question("openCellAssignments");
        assertThatThrownBy(() -> seats.during(YEAR)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_period_has_both_its_ends_and_none_before_it_begins() {
        assertThat(YEAR.includes(LocalDate.of(2024, 1, 1))).isTrue();
        assertThat(YEAR.includes(LocalDate.of(2024, 12, 31))).isTrue();
        assertThat(YEAR.includes(LocalDate.of(2025, 1, 1))).isFalse();
        LocalDate later = LocalDate.of(2024, 1, 2);
        LocalDate earlier = LocalDate.of(2024, 1, 1);
        assertThatThrownBy(() -> new Period(later, earlier)).isInstanceOf(IllegalArgumentException.class);
    }

    private static FigureQuestion question(String name) {
        FeatureFigure figure = QuerySideConfiguration.VIEWS.figure(name).orElseThrow();
        ReadPoint point = new ReadPoint(new Generation(1, QuerySideConfiguration.VIEWS.shape(), 1), 0);
        return new FigureQuestion(figure, null, ReadingCircle.WHOLE, point, LocalDate.of(2025, 1, 1), Period.ALL);
    }
}
