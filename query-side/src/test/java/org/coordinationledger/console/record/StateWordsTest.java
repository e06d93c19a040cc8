package org.coordinationledger.console.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.coordinationledger.member.event.PersonalData;
import org.coordinationledger.service.problem.Messages;
import org.coordinationledger.timeline.Fold;
import org.coordinationledger.view.QuerySideConfiguration;
import org.coordinationledger.view.declaration.FeatureView;
import org.coordinationledger.vocabulary.RecordId;
import org.junit.jupiter.api.Test;

/** Whatever a page of a record shows has a name in both languages. */
class StateWordsTest {

    private static final String OURS = "org.coordinationledger";

    private final Messages messages = new Messages();

    @Test
    void every_component_of_every_state_and_event_has_words() {
        Set<String> components = new TreeSet<>();
        Set<Class<?>> seen = new HashSet<>();
        for (FeatureView<?> view : QuerySideConfiguration.VIEWS.all()) {
            collect(stateOf(view.type().fold()), components, seen);
            for (Class<?> event : view.type().family().getPermittedSubclasses()) {
                collect(event, components, seen);
            }
        }
        assertThat(components).hasSizeGreaterThan(100);
        for (Locale language : Messages.LANGUAGES) {
            assertThat(components)
                    .allSatisfy(name -> assertThat(messages.find("field." + name, language))
                            .as("field.%s in %s", name, language)
                            .isPresent());
        }
    }

    private static Type stateOf(Fold<?, ?> fold) {
        return Arrays.stream(fold.getClass().getGenericInterfaces())
                .filter(ParameterizedType.class::isInstance)
                .map(ParameterizedType.class::cast)
                .filter(type -> type.getRawType() == Fold.class)
                .findFirst()
                .orElseThrow()
                .getActualTypeArguments()[1];
    }

    private static void collect(Type type, Set<String> components, Set<Class<?>> seen) {
        if (type instanceof ParameterizedType generic) {
            Arrays.stream(generic.getActualTypeArguments()).forEach(argument -> collect(argument, components, seen));
            return;
        }
        if (!(type instanceof Class<?> one) || !one.getName().startsWith(OURS) || !seen.add(one)) {
            return;
        }
        if (one.isSealed() && !one.isRecord()) {
            Arrays.stream(one.getPermittedSubclasses()).forEach(part -> collect(part, components, seen));
        }
        if (!one.isRecord() || RecordId.class.isAssignableFrom(one) || one.getRecordComponents().length == 1
                || one == PersonalData.Sealed.class) {
            return;
        }
        for (RecordComponent component : one.getRecordComponents()) {
            components.add(component.getName());
            collect(component.getGenericType(), components, seen);
        }
    }
}
