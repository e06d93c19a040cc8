package org.coordinationledger.view.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.StringJoiner;
import org.coordinationledger.service.problem.Messages;
import org.coordinationledger.view.QuerySideConfiguration;
import org.coordinationledger.view.declaration.FeatureView;
import org.coordinationledger.view.declaration.Figure;
import org.junit.jupiter.api.Test;

/**
 * The reference of figures says what their messages say. It is written anew with {@code -Dreference.write=true}.
 */
class FiguresReferenceTest {

    private static final Path PAGE = Path.of("..", "docs", "reference", "figures.md");
    private static final String BEGIN = "<!-- generated from here on -->\n";

    private final Messages messages = new Messages();

    @Test
    void the_reference_tells_every_figure_in_the_words_of_the_product() throws IOException {
        String page = Files.readString(PAGE);
        String written = page.substring(0, page.indexOf(BEGIN)) + BEGIN + generated();
        if (Boolean.getBoolean("reference.write")) {
            Files.writeString(PAGE, written);
        }
        assertThat(Files.readString(PAGE)).isEqualTo(written);
    }

    private String generated() {
        StringBuilder text = new StringBuilder();
        for (FeatureView<?> view : QuerySideConfiguration.VIEWS.all()) {
            if (!view.figures().isEmpty()) {
                text.append("\n## ").append(english("resource." + view.resource())).append("\n");
                view.figures().forEach(figure -> text.append(told(view, figure)));
            }
        }
        return text.toString();
    }

    private String told(FeatureView<?> view, Figure figure) {
        StringJoiner facts = new StringJoiner("; ", "", ".");
        facts.add(figure.measure().name().toLowerCase(Locale.ROOT)
                + (figure.of() == null ? "" : " of `" + figure.of() + "`"));
        if (figure.happenedOn() != null) {
            facts.add(figure.accumulating()
                    ? "within a period what came in it"
                    : "within a period by `" + figure.happenedOn() + "`");
        }
        if (figure.breaksDown()) {
            String codes = String.join("`, `", ShownFigures.codes(view));
            facts.add("by organisation" + (codes.isEmpty() ? "" : " and by `" + codes + "`"));
        }
        if (figure.needsScope()) {
            facts.add("needs a scope");
        }
        if (figure.growing()) {
            facts.add("needs a day to compare with");
        }
        return "\n**`%s`** %s · %s. %s (%s)\n"
                .formatted(
                        figure.name(), english("figure." + figure.name()),
                        messages.text("figure." + figure.name(), Messages.VIETNAMESE),
                        english("figure-definition." + figure.name()), facts);
    }

    private String english(String key) {
        return messages.text(key, Locale.ENGLISH);
    }
}
