package org.coordinationledger.command.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.coordinationledger.actor.Body;
import org.coordinationledger.catalogue.Catalogue;
import org.coordinationledger.catalogue.EventJson;
import org.coordinationledger.command.CommandSideConfiguration;
import org.coordinationledger.command.record.Amend;
import org.coordinationledger.command.record.CommandFeature;
import org.coordinationledger.service.form.CommandDescription;
import org.coordinationledger.service.form.FieldDescription;
import org.coordinationledger.service.form.FieldKind;
import org.coordinationledger.service.problem.Messages;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Forms can be made from what is said about commands alone. */
class CommandDescriptionsTest {

    static final CommandFeatures FEATURES = CommandSideConfiguration.FEATURES;
    private static final CommandBinding BINDING = new CommandBinding(Clock.systemUTC());
    private static final CommandDescriptions DESCRIPTIONS = new CommandDescriptions(FEATURES, BINDING);

    record Described(CommandFeature feature, CommandDescription command) {

        BoundCommand bound(ObjectNode body) {
            byte[] bytes = EventJson.mapper().writeValueAsBytes(body);
            String step = command.step();
            return step == null ? BINDING.begin(feature, bytes) : BINDING.step(feature, "x", step, bytes);
        }

        ObjectNode example() {
            String step = command.step();
            return Examples.of(
                    step == null
                            ? feature.type().resource()
                            : CommandDescriptions.described(feature, CommandFeatures.steps(feature).get(step)),
                    step);
        }

        @Override
        public String toString() {
            return feature.type().resource() + "." + command.step();
        }
    }

    static Stream<Described> commands() {
        return FEATURES.all().stream().flatMap(feature -> {
            CommandDescription.Feature described = DESCRIPTIONS.of(feature);
            return Stream.concat(Stream.of(described.begin()), described.steps().stream())
                    .map(command -> new Described(feature, command));
        });
    }

    private static CommandDescription command(String resource, @Nullable String step) {
        CommandDescription.Feature feature = DESCRIPTIONS.of(FEATURES.under(resource));
        return step == null ? feature.begin() : feature.step(step).orElseThrow();
    }

    private static FieldDescription field(String resource, @Nullable String step, String name) {
        return field(command(resource, step).fields(), name);
    }

    private static FieldDescription field(List<FieldDescription> fields, String name) {
        return fields.stream().filter(f -> f.name().equals(name)).findFirst().orElseThrow();
    }

    @Test
    void every_command_of_every_feature_is_described_and_becomes_a_stored_event() {
        assertThat(commands().map(c -> c.feature().type().resource()).distinct())
                .containsExactlyElementsOf(FEATURES.all().stream().map(f -> f.type().resource()).toList());
        assertThat(FEATURES.all()).allSatisfy(feature -> assertThat(
                        DESCRIPTIONS.of(feature).steps().stream().map(CommandDescription::step))
                .containsExactlyInAnyOrderElementsOf(CommandFeatures.steps(feature).keySet()));
        assertThat(commands()).allSatisfy(c -> assertThat(c.command().events())
                .isNotEmpty()
                .allSatisfy(name -> assertThat(Catalogue.named(name)).isPresent()));
        assertThat(command("support-activities", null).events())
                .containsExactlyInAnyOrder("support-activity.promised", "support-activity.given");
    }

    /** A form filled with each kind of field once as asked for, and once with what is required alone. */
    @ParameterizedTest
    @MethodSource("commands")
    void what_a_form_sends_is_read_as_the_command(Described described) {
        List<FieldDescription> fields = described.command().fields();
        for (List<FieldDescription> sent : List.of(fields, fields.stream().filter(FieldDescription::required).toList())) {
            ObjectNode body = EventJson.mapper().createObjectNode();
            sent.forEach(field -> body.set(
                    field.name(),
                    field.kind() == FieldKind.EVENT ? replacement(described.feature()) : FieldSamples.of(field)));
            assertThat(described.bound(body).command().event()).isNotNull();
        }
    }

    private static ObjectNode replacement(CommandFeature feature) {
        var event = DESCRIPTIONS.of(feature).events().entrySet().iterator().next();
        return FieldSamples.all(event.getValue()).put("event", event.getKey());
    }

    @ParameterizedTest
    @MethodSource("commands")
    void an_example_has_no_field_that_is_not_described_and_lacks_none_that_is_required(Described described) {
        agrees(described.command().fields(), described.example(), described);
    }

    private static void agrees(List<FieldDescription> fields, JsonNode example, Described described) {
        assertThat(fields.stream().map(FieldDescription::name))
                .containsAll(example.propertyNames().stream().filter(n -> !n.equals("id")).toList());
        for (FieldDescription field : fields) {
            JsonNode value = example.get(field.name());
            assertThat(value != null || !field.required()).as("%s has %s", described, field.name()).isTrue();
            if (value == null) {
                continue;
            }
            assertThat(value.isArray()).as(field.name()).isEqualTo(field.several() != null);
            for (JsonNode one : value.isArray() ? value.valueStream().toList() : List.of(value)) {
                if (field.kind() == FieldKind.GROUP) {
                    agrees(orNone(field.fields()), one, described);
                } else if (field.kind() == FieldKind.CODE) {
                    assertThat(orNone(field.codes())).contains(one.asString());
                } else if (field.kind() == FieldKind.EVENT) {
                    ObjectNode event = one.deepCopy().asObject();
                    String name = event.remove("event").asString();
                    agrees(DESCRIPTIONS.of(described.feature()).events().get(name), event, described);
                }
            }
        }
    }

    private static <T> List<T> orNone(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    @Test
    void every_command_every_field_and_every_code_has_words() {
        Messages messages = new Messages();
        assertThat(commands()).allSatisfy(c -> {
            for (Locale language : Messages.LANGUAGES) {
                assertThat(messages.find(c.command().words(), language)).as(c.command().words()).isPresent();
                assertThat(words(c.command().fields())).allSatisfy(
                        key -> assertThat(messages.find(key, language)).as(key).isPresent());
            }
        });
    }

    private static Stream<String> words(List<FieldDescription> fields) {
        return fields.stream().flatMap(field -> Stream.of(
                        Stream.of("field." + field.name()),
                        orNone(field.codes()).stream().map(code -> field.words() + "." + code),
                        words(orNone(field.fields())))
                .flatMap(keys -> keys));
    }

    @Test
    void fields_stand_in_the_order_of_the_paper_with_their_limits() {
        assertThat(command("cell-assignments", "introduce").fields().stream().map(FieldDescription::name))
                .containsExactly(
                        "effectiveOn", "letter", "letterDate", "cells", "regime", "votingRight", "bases", "actingBody");
        FieldDescription letter = field("cell-assignments", "introduce", "letter");
        assertThat(letter.kind()).isEqualTo(FieldKind.DOCUMENT_NUMBER);
        assertThat(letter.longest()).isEqualTo(60);
        assertThat(letter.required()).isTrue();
        FieldDescription cells = field("cell-assignments", "introduce", "cells");
        assertThat(cells.resource()).isEqualTo("organisations");
        assertThat(cells.required()).isFalse();
        assertThat(field("handovers", null, "items").several()).isEqualTo(new FieldDescription.Several(1, 128));
        assertThat(field("handovers", null, "items").fields()).extracting(FieldDescription::name)
                .containsExactly("record", "outcome", "by", "replacement", "reason");
        FieldDescription reason = field("cell-assignments", "end", "reason");
        assertThat(reason.kind()).isEqualTo(FieldKind.LONG_TEXT);
        assertThat(reason.longest()).isEqualTo(2_000);
        assertThat(field("cell-meetings", null, "month").kind()).isEqualTo(FieldKind.MONTH);
        assertThat(field("agreements", "propose-annual-contents", "period").kind()).isEqualTo(FieldKind.YEAR_OR_TWO);
        FieldDescription body = field("briefings", "pass", CommandBinding.ACTING_BODY);
        assertThat(body.words()).isEqualTo("enum.Body");
        assertThat(body.codes()).containsExactlyElementsOf(Stream.of(Body.values()).map(Enum::name).toList());
    }

    @Test
    void personal_data_are_asked_for_in_clear() {
        FieldDescription data = field("members", null, "personalData");
        assertThat(data.fields()).extracting(FieldDescription::name).containsExactly("name", "rank", "contact");
        assertThat(data.fields()).extracting(FieldDescription::longest).containsExactly(100, 60, 200);
        assertThat(data.fields()).extracting(FieldDescription::required).containsExactly(true, false, false);
        List<FieldDescription> corrected =
                DESCRIPTIONS.of(FEATURES.under("members")).events().get("member.registered");
        assertThat(field(corrected, "personalData").fields()).extracting(FieldDescription::longest)
                .containsExactly(100, 60, 200);
    }

    @Test
    void a_correction_brings_any_event_of_the_feature_that_is_no_approval() {
        CommandDescription.Feature agreements = DESCRIPTIONS.of(FEATURES.under("agreements"));
        assertThat(field(agreements.step(Amend.CORRECT).orElseThrow().fields(), "replacement").kind()).isEqualTo(FieldKind.EVENT);
        assertThat(agreements.events()).containsKeys("agreement.drafted", "succession.inherited");
        assertThat(agreements.events()).doesNotContainKeys("agreement.signed", "record.corrected");
        assertThat(agreements.events().get("agreement.drafted")).extracting(FieldDescription::name)
                .containsSubsequence("effectiveOn", "kind", "subject", "lead", "parties");
    }
}
