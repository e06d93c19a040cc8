package org.coordinationledger.view.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.coordinationledger.timeline.Succession;
import org.coordinationledger.view.QuerySideConfiguration;
import org.coordinationledger.vocabulary.RecordId;
import org.coordinationledger.vocabulary.RecordReference;
import org.coordinationledger.workinggroup.event.WorkingGroupEvent;
import org.coordinationledger.timeline.PaperKind;
import org.coordinationledger.view.QuerySideConfiguration;
import org.coordinationledger.vocabulary.OrganisationId;
import org.junit.jupiter.api.Test;

class TrailRulesTest {

    private static final List<FeatureView<?>> VIEWS = new QuerySideConfiguration().featureViews().all();

    private static Stream<Class<?>> named(TrailRules rules) {
        return Stream.of(
                        rules.needs().stream().flatMap(n -> Stream.concat(Stream.of(n.step()), n.oneOf().stream())),
                        rules.needsOfEach().stream()
                                .flatMap(n -> Stream.concat(Stream.of(n.by(), n.named()), n.steps().stream())),
                        rules.aparts().stream().flatMap(a -> Stream.of(a.step(), a.other())),
                        rules.differing().stream(),
                        rules.resting().stream(),
                        rules.citingAll().stream(),
                        rules.texts().stream().map(TrailRules.TextUse::event),
                        rules.parts().keySet().stream(),
                        rules.relying().stream().map(TrailRules.Relying::step),
                        rules.documents().keySet().stream())
                .flatMap(events -> events.map(event -> (Class<?>) event));
    }

    @Test
    void each_rule_is_about_events_of_its_own_feature_or_of_passing_on() {
        for (FeatureView<?> view : VIEWS) {
            Set<Class<?>> family = Set.of(view.type().family().getPermittedSubclasses());
            assertThat(named(view.trail()))
                    .as(view.resource())
                    .allMatch(step -> family.contains(step)
                            || step == view.type().family()
                            || Succession.class.isAssignableFrom(step));
        }
    }

    @Test
    void what_is_approved_has_a_trail_that_says_how() {
        assertThat(VIEWS.stream()
                        .filter(view -> !view.trail().needs().isEmpty())
                        .map(FeatureView::resource)
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(
                        "briefings", "agreements", "appointments", "cell-assignments", "inspections");
    }

    /** Ends what an earlier step relied on, so that it relies on nothing more. */
    private static final Set<Class<?>> ENDING = Set.of(
            WorkingGroupEvent.VillagesReleased.class, WorkingGroupEvent.PostDetached.class);

    @Test
    void every_event_that_names_another_record_says_what_it_relies_on() {
        List<Class<?>> silent = VIEWS.stream()
                .flatMap(view -> Stream.<Class<?>>of(view.type().family().getPermittedSubclasses())
                        .filter(event -> view.trail().relying().stream().noneMatch(r -> r.step().isAssignableFrom(event))))
                .filter(event -> Stream.of(event.getRecordComponents())
                        .anyMatch(part -> !part.getName().equals("bases") && namesRecords(part.getGenericType())))
                .filter(event -> !ENDING.contains(event))
                .toList();

        assertThat(silent).isEmpty();
    }

    private static boolean namesRecords(Type type) {
        if (type instanceof ParameterizedType several) {
            return Stream.of(several.getActualTypeArguments()).anyMatch(TrailRulesTest::namesRecords);
        }
        return type instanceof Class<?> one
                && (RecordId.class.isAssignableFrom(one)
                        || one == RecordReference.class
                        || one.isRecord() && Stream.of(one.getRecordComponents())
                                .anyMatch(part -> part.getGenericType() != one && namesRecords(part.getGenericType())));
    }

    @Test
    void a_feature_declares_papers_if_one_of_its_steps_bears_one() {
        for (FeatureView<?> view : VIEWS) {
            assertThat(view.papers().isEmpty())
                    .as(view.resource())
                    .isEqualTo(Stream.of(view.type().family().getPermittedSubclasses()).noneMatch(TrailRulesTest::bears));
        }
        assertThat(VIEWS.stream().flatMap(view -> view.papers().stream()))
                .doesNotHaveDuplicates()
                .containsAll(Stream.of(PaperKind.values()).map(Enum::name).toList());
    }

    private static boolean bears(Class<?> event) {
        try {
            return event.getMethod("paper", OrganisationId.class).getDeclaringClass() == event;
        } catch (NoSuchMethodException e) {
            throw new AssertionError(e);
        }
    }
}
