package org.coordinationledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.stream.Stream;
import org.coordinationledger.service.form.CommandDescription;
import org.coordinationledger.service.form.FieldDescription;
import org.coordinationledger.service.problem.Messages;
import org.coordinationledger.view.QuerySideConfiguration;
import org.coordinationledger.view.declaration.Fact;
import org.coordinationledger.view.declaration.FeatureView;
import org.coordinationledger.view.declaration.Figure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * Each kind of record has a page of reference that says what the product does: its commands and what they ask, its
 * events, facts, figures and refusals. The pages are written anew with {@code -Dreference.write=true}.
 */
class RecordsReferenceTest {

    private static final Path PAGES = Path.of("..", "docs", "reference", "records");
    private static final String INDEX = "README.md";

    private final Messages messages = new Messages();

    static Stream<FeatureView<?>> kinds() {
        return QuerySideConfiguration.VIEWS.all().stream();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void a_kind_of_record_has_a_page_that_says_what_the_product_does(FeatureView<?> view) throws IOException {
        CommandDescription.Feature commands = JsonMapper.shared()
                .treeToValue(
                        RunningDemo.instance().client().get("auditor", "/api/v1/commands").body(),
                        CommandDescription.All.class)
                .under(view.resource())
                .orElseThrow();

        assertWritten(view.resource() + ".md", page(view, commands));
    }

    @Test
    void the_list_of_pages_names_every_kind_of_record_and_nothing_else() throws IOException {
        StringBuilder list = new StringBuilder("# Records\n\nWhat can be recorded, kind by kind. "
                + "[Commands](../commands.md) says how commands are sent, [figures](../figures.md) what figures count.\n\n");
        kinds().forEach(view -> list.append("- [%s](%s.md) · %s\n".formatted(
                english("resource." + view.resource()), view.resource(), vietnamese("resource." + view.resource()))));

        assertWritten(INDEX, list.toString());
        try (Stream<Path> files = Files.list(PAGES)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                    Stream.of(INDEX), kinds().map(view -> view.resource() + ".md"))
                            .toList());
        }
    }

    private static void assertWritten(String name, String text) throws IOException {
        Path page = PAGES.resolve(name);
        if (Boolean.getBoolean("reference.write")) {
            Files.writeString(page, text);
        }
        assertThat(page).content().isEqualTo(text);
    }

    private String page(FeatureView<?> view, CommandDescription.Feature commands) {
        String resource = view.resource();
        StringBuilder page = new StringBuilder("# %s · %s\n\nUnder `/api/v1/%s`. [All kinds of records](%s)\n"
                .formatted(
                        capital(english("resource." + resource)), vietnamese("resource." + resource), resource, INDEX));
        page.append("\n## Commands\n\nFields in bold are needed. Every command takes `actingBody` where a body decided.\n");
        page.append(command(resource, commands.begin(), "POST /api/v1/" + resource));
        commands.steps().forEach(step -> page.append(command(resource, step, "POST /api/v1/%s/{id}/%s".formatted(resource, step.step()))));
        page.append("\n## Events\n\n| stored name | English | Vietnamese | fields |\n| --- | --- | --- | --- |\n");
        commands.events().forEach((event, fields) -> page.append("| `%s` | %s | %s | %s |\n"
                .formatted(event, english("event." + event), vietnamese("event." + event), names(fields))));
        page.append("\n## Facts\n\nWhat lists show and can be filtered by.\n\n");
        page.append("| fact | what it is | Vietnamese | kind |\n| --- | --- | --- | --- |\n");
        view.facts().forEach(fact -> page.append("| `%s` | %s | %s | %s |\n".formatted(
                fact.name(), word(view, fact, Locale.ENGLISH), word(view, fact, Messages.VIETNAMESE), kind(fact))));
        if (!view.figures().isEmpty()) {
            StringJoiner figures = new StringJoiner(", ", "\n## Figures\n\n", ", as [defined](../figures.md).\n");
            view.figures().stream().map(Figure::name).forEach(name -> figures.add("`" + name + "`"));
            page.append(figures);
        }
        page.append(refusals(view.type().name().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT)));
        return page.toString();
    }

    private String command(String resource, CommandDescription command, String address) {
        StringBuilder told = new StringBuilder("\n### %s · %s\n\n`%s`, recorded as `%s`.\n\n".formatted(
                english(command.words()), vietnamese(command.words()), address, String.join("`, `", command.events())));
        command.fields().stream()
                .filter(field -> !field.name().equals("actingBody"))
                .forEach(field -> told.append(field(resource, field, "")));
        return told.toString();
    }

    private String field(String resource, FieldDescription field, String indent) {
        StringJoiner told = new StringJoiner(", ", ": ", "\n");
        told.add(field.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '));
        if (field.several() != null) {
            told.add(field.several().most() == null ? "several" : "up to " + field.several().most());
        }
        if (field.longest() != null) {
            told.add("at most " + field.longest() + " characters");
        }
        if (field.resource() != null) {
            told.add("of [" + field.resource() + "](" + field.resource() + ".md)");
        }
        if (field.codes() != null) {
            told.add("`" + String.join("`, `", field.codes()) + "`");
        }
        String name = "`" + field.name() + "`";
        StringBuilder all = new StringBuilder(indent)
                .append("- ")
                .append(field.required() ? "**" + name + "**" : name)
                .append(' ')
                .append(messages.find("field." + resource + "." + field.name(), Locale.ENGLISH)
                        .orElseGet(() -> english("field." + field.name())))
                .append(told);
        field.parts().forEach(part -> all.append(field(resource, part, indent + "  ")));
        return all.toString();
    }

    private static String names(List<FieldDescription> fields) {
        StringJoiner names = new StringJoiner(", ");
        fields.forEach(field -> names.add("`" + field.name() + "`"));
        return names.toString();
    }

    private static String kind(Fact<?> fact) {
        String kind = fact.kind().name().toLowerCase(Locale.ROOT);
        return fact.target() != null
                ? kind + " of " + fact.target()
                : fact.codes().isEmpty() ? kind : kind + ": `" + String.join("`, `", fact.codes()) + "`";
    }

    private String refusals(String prefix) {
        String before = "problem." + prefix + ".";
        StringBuilder told = new StringBuilder();
        messages.keys(Locale.ENGLISH).stream()
                .filter(key -> key.startsWith(before) && key.endsWith(".title"))
                .sorted()
                .forEach(key -> told.append("| `%s/%s` | %s | %s |\n".formatted(
                        prefix, key.substring(before.length(), key.length() - ".title".length()), english(key),
                        vietnamese(key))));
        return told.isEmpty()
                ? ""
                : "\n## Refusals of its own\n\n| type, after `/problems/` | English | Vietnamese |\n| --- | --- | --- |\n" + told;
    }

    private String word(FeatureView<?> view, Fact<?> fact, Locale language) {
        return messages.find("fact." + view.resource() + "." + fact.name(), language)
                .orElseGet(() -> messages.text("fact." + fact.name(), language));
    }

    private String english(String key) {
        return messages.text(key, Locale.ENGLISH);
    }

    private String vietnamese(String key) {
        return messages.text(key, Messages.VIETNAMESE);
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
