package org.coordinationledger.catalogue;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.coordinationledger.recordheads.event.RecordHeadsEvent;
import org.coordinationledger.rejection.Rejection;
import org.coordinationledger.reservation.event.ReservationEvent;
import org.coordinationledger.testing.Samples;
import org.coordinationledger.timeline.Amendment;
import org.coordinationledger.timeline.RecordType;
import org.coordinationledger.timeline.Succession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is stored stays readable, byte for byte: approved files are added, never edited. */
class ContractTest {

    static Stream<Object> samples() {
        return Samples.all().stream();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void an_event_is_stored_exactly_as_approved(Object sample) throws IOException {
        EventType type = Catalogue.of(sample.getClass()).orElseThrow();
        String json = EventJson.mapper().writeValueAsString(sample);
        assertThat(json + "\n").isEqualTo(approved(type));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void an_approved_event_reads_back_as_it_was(Object sample) throws IOException {
        EventType type = Catalogue.of(sample.getClass()).orElseThrow();
        assertThat((Object) EventJson.mapper().readValue(approved(type), type.type())).isEqualTo(sample);
    }

    @Test
    void every_event_of_the_catalogue_has_a_sample() {
        assertThat(Samples.all().stream().map(Object::getClass).collect(toSet()))
                .isEqualTo(Catalogue.eventTypes().stream().map(EventType::type).collect(toSet()));
    }

    @Test
    void every_event_class_is_in_the_catalogue_under_its_feature() {
        Stream<Class<?>> families = Stream.concat(
                Catalogue.recordTypes().stream().map(RecordType::family),
                Stream.of(Amendment.class, Succession.class, ReservationEvent.class, RecordHeadsEvent.class));
        List<Class<?>> events = families.flatMap(f -> Arrays.stream(f.getPermittedSubclasses()))
                .toList();
        assertThat(events).isNotEmpty().allSatisfy(e -> assertThat(Catalogue.of(e)).isPresent());
        assertThat(events).hasSameSizeAs(Catalogue.eventTypes());
    }

    @Test
    void stored_names_are_unique_and_in_one_form() {
        assertThat(Catalogue.eventTypes().stream().map(EventType::name))
                .doesNotHaveDuplicates()
                .allMatch(n -> n.matches("[a-z]+(-[a-z]+)*\\.[a-z]+(-[a-z]+)*"));
    }

    /** Refusals name steps that follow by the class, without knowing the catalogue. */
    @Test
    void the_stored_name_of_a_feature_s_event_is_its_class_in_other_spelling() {
        Catalogue.recordTypes().stream()
                .flatMap(t -> Arrays.stream(t.family().getPermittedSubclasses()))
                .forEach(event -> assertThat(Catalogue.of(event).orElseThrow().name())
                        .isEqualTo(Rejection.kebab(event.getDeclaringClass().getSimpleName().replaceFirst("Event$", ""))
                                + "." + Rejection.kebab(event.getSimpleName())));
    }

    private static String approved(EventType type) throws IOException {
        try (InputStream in = ContractTest.class.getResourceAsStream("/contracts/" + fileOf(type))) {
            assertThat(in).as("approved JSON of %s", type).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String fileOf(EventType type) {
        return type.name() + ".r" + type.revision() + ".json";
    }
}
