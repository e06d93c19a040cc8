package org.coordinationledger.view.span;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.actor.Role;
import org.coordinationledger.basisdocument.event.BasisDocumentEvent;
import org.coordinationledger.basisdocument.event.DocumentKind;
import org.coordinationledger.basisdocument.event.Series;
import org.coordinationledger.basisdocument.view.BasisDocumentView;
import org.coordinationledger.organisation.event.Line;
import org.coordinationledger.organisation.event.OrganisationEvent;
import org.coordinationledger.organisation.event.OrganisationKind;
import org.coordinationledger.organisation.event.Territory;
import org.coordinationledger.organisation.view.OrganisationView;
import org.coordinationledger.timeline.Amendment;
import org.coordinationledger.timeline.RecordEvent;
import org.coordinationledger.timeline.Step;
import org.coordinationledger.view.declaration.FeatureView;
import org.coordinationledger.vocabulary.DocumentNumber;
import org.coordinationledger.vocabulary.Name;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.Reason;
import org.coordinationledger.vocabulary.Subject;
import org.junit.jupiter.api.Test;

class RecordSpansTest {

    private static final Reason REASON = new Reason("ghi nhầm");
    private static final Actor ACTOR = new Actor("p1", new OrganisationId("o"), Role.ADMINISTRATOR);

    private final List<Span> spans = new ArrayList<>();
    private RecordSpans<?> record = RecordSpans.none(OrganisationView.VIEW, "r");
    private long next;

    @Test
    void one_event_gives_one_span_without_end() {
        at(5, registered("2010-01-01", "A"));

        assertThat(spans).extracting(Span::id).containsExactly("r@5@2010-01-01");
        assertThat(names(5, "2010-01-01")).containsExactly("A");
        assertThat(names(4, "2010-01-01")).isEmpty();
        assertThat(names(5, "2009-12-31")).isEmpty();
    }

    @Test
    void a_late_event_between_two_splits_what_was_known_before() {
        at(1, registered("2010-01-01", "A"));
        at(2, renamed("2016-01-01", "C"));
        at(7, renamed("2013-01-01", "B"));

        assertThat(names(6, "2014-06-01")).containsExactly("A");
        assertThat(names(7, "2014-06-01")).containsExactly("B");
        assertThat(names(7, "2012-06-01")).containsExactly("A");
        assertThat(names(7, "2016-01-01")).containsExactly("C");
        assertThat(spans).as("the last stretch is untouched").hasSize(5);
    }

    @Test
    void of_two_events_on_one_day_the_later_recorded_counts() {
        at(1, registered("2010-01-01", "A"));
        at(2, renamed("2012-01-01", "B"));
        at(3, renamed("2012-01-01", "C"));

        assertThat(names(2, "2012-01-01")).containsExactly("B");
        assertThat(names(3, "2012-01-01")).containsExactly("C");
        assertThat(spans).noneMatch(s -> s.effFrom().equals(s.effTo()));
    }

    @Test
    void voiding_the_only_event_leaves_nothing_known() {
        at(1, registered("2010-01-01", "A"));
        at(4, new Amendment.Voided(day("2020-01-01"), 0, REASON, List.of()));

        assertThat(names(3, "2015-01-01")).containsExactly("A");
        assertThat(names(4, "2015-01-01")).isEmpty();
        assertThat(record.current()).isEmpty();
    }

    @Test
    void a_correction_of_a_correction_shows_each_as_it_was_known() {
        at(1, registered("2010-01-01", "A"));
        at(2, new Amendment.Corrected(day("2020-01-01"), 0, registered("2010-01-01", "B"), "1", REASON, List.of()));
        at(3, new Amendment.Corrected(day("2020-01-01"), 1, registered("2011-01-01", "C"), "1", REASON, List.of()));

        assertThat(names(1, "2010-06-01")).containsExactly("A");
        assertThat(names(2, "2010-06-01")).containsExactly("B");
        assertThat(names(3, "2010-06-01")).isEmpty();
        assertThat(names(3, "2011-01-01")).containsExactly("C");
    }

    @Test
    void voiding_a_correction_restores_what_it_replaced() {
        at(1, registered("2010-01-01", "A"));
        at(2, new Amendment.Corrected(day("2020-01-01"), 0, registered("2010-01-01", "B"), "1", REASON, List.of()));
        at(3, new Amendment.Voided(day("2020-01-01"), 1, REASON, List.of()));

        assertThat(names(2, "2010-01-01")).containsExactly("B");
        assertThat(names(3, "2010-01-01")).containsExactly("A");
    }

    @Test
    void a_term_ends_without_an_event() {
        record = RecordSpans.none(BasisDocumentView.VIEW, "d");
        at(9, issued("2021-01-01", "2025-12-31"));

        assertThat(facts(FeatureView.OPEN, 9, "2025-12-31")).containsExactly(true);
        assertThat(facts(FeatureView.OPEN, 9, "2026-01-01")).containsExactly(false);
    }

    @Test
    void a_change_that_lists_do_not_show_makes_no_new_span() {
        at(1, registered("2010-01-01", "A"));
        at(2, new OrganisationEvent.TermOpened(
                day("2012-01-01"), new org.coordinationledger.organisation.event.TermName("2012–2015"),
                day("2015-01-01")));

        assertThat(spans).hasSize(1);
    }

    @Test
    void a_child_reattached_late_stands_elsewhere_only_where_and_since_it_is_known() {
        at(1, registered("2010-01-01", "A"));
        at(8, new OrganisationEvent.Reattached(
                day("2015-01-01"), Line.PARTY, new OrganisationId("new"), null, List.of()));

        String superior = OrganisationView.PARTY_SUPERIOR;
        assertThat(facts(superior, 7, "2014-12-31")).containsExactly("old");
        assertThat(facts(superior, 7, "2015-01-01")).containsExactly("old");
        assertThat(facts(superior, 8, "2014-12-31")).containsExactly("old");
        assertThat(facts(superior, 8, "2015-01-01")).containsExactly("new");
    }

    @Test
    void a_batch_writes_a_span_that_begins_and_ends_within_it_once() {
        SpanChanges batch = new SpanChanges();
        record = record.take(step(0, 1, registered("2010-01-01", "A")), batch);
        record = record.take(step(1, 2, new Amendment.Voided(day("2020-01-01"), 0, REASON, List.of())), batch);

        assertThat(batch.inserts()).singleElement().satisfies(s -> assertThat(s.recTo()).isEqualTo(2));
        assertThat(batch.closes()).isEmpty();
    }

    private void at(long position, RecordEvent event) {
        SpanChanges changes = new SpanChanges();
        record = record.take(step(next++, position, event), changes);
        for (Span closed : changes.closes()) {
            assertThat(spans.removeIf(s -> s.id().equals(closed.id()))).isTrue();
            spans.add(closed);
        }
        spans.addAll(changes.inserts());
    }

    private static Step<RecordEvent> step(long sequence, long position, RecordEvent event) {
        return new Step<>(sequence, position, ACTOR, event);
    }

    private List<Object> names(long position, String day) {
        return facts("name", position, day);
    }

    private List<Object> facts(String fact, long position, String day) {
        return spans.stream()
                .filter(s -> s.includes(position, day(day)))
                .map(s -> s.facts().get(fact).orElseThrow())
                .toList();
    }

    private static LocalDate day(String iso) {
        return LocalDate.parse(iso);
    }

    private static OrganisationEvent registered(String on, String name) {
        return new OrganisationEvent.Registered(
                day(on), OrganisationKind.CELL, new Name(name), new OrganisationId("old"), null, List.of(),
                Territory.UNKNOWN, false, List.of());
    }

    private static OrganisationEvent renamed(String on, String name) {
        return new OrganisationEvent.Renamed(day(on), new Name(name), null, List.of());
    }

    private static BasisDocumentEvent issued(String on, String lastDay) {
        return new BasisDocumentEvent.Issued(
                day(on), new DocumentNumber("04"), DocumentKind.REGULATION, Series.PARTY_TERM,
                new OrganisationId("o"), null, List.of(), day(on), new Subject("Quy định"), false, List.of(),
                List.of(new OrganisationId("o")), day(lastDay), false);
    }
}
