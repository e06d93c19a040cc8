package org.coordinationledger.view.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.coordinationledger.rejection.Rejection;
import org.coordinationledger.service.problem.Messages;
import org.coordinationledger.timeline.PaperKind;
import org.coordinationledger.view.QuerySideConfiguration;
import org.coordinationledger.view.declaration.Fact;
import org.coordinationledger.view.declaration.FactKind;
import org.coordinationledger.view.declaration.FeatureView;
import org.coordinationledger.view.declaration.Figure;
import org.coordinationledger.view.trail.Finding;
import org.junit.jupiter.api.Test;

class WordsTest {

    @Test
    void every_fact_figure_problem_and_finding_of_the_reads_has_its_words_in_both_languages() {
        List<String> keys = new ArrayList<>();
        for (FeatureView<?> view : new QuerySideConfiguration().featureViews().all()) {
            for (Fact<?> fact : view.facts()) {
                boolean common = fact.name().equals(FeatureView.BASES) || fact.name().equals(FeatureView.WAITING);
                keys.add(common ? "fact." + fact.name() : "fact." + view.resource() + "." + fact.name());
                if (fact.kind() == FactKind.WAITING) {
                    fact.codes().forEach(code -> keys.add("waiting." + code));
                }
            }
            for (Figure figure : view.figures()) {
                keys.add("figure." + figure.name());
                keys.add("figure-definition." + figure.name());
            }
        }
        Stream.of(PaperKind.values()).forEach(kind -> keys.add("document." + kind.name()));
        for (Class<?> rejection : ReadRejection.class.getPermittedSubclasses()) {
            String code = Rejection.codeOf(rejection.asSubclass(Rejection.class)).replace('/', '.');
            keys.add("problem." + code + ".title");
            keys.add("problem." + code + ".detail");
        }
        for (Finding.Code code : Finding.Code.values()) {
            keys.add("trail." + code);
        }
        Messages messages = new Messages();
        for (Locale language : Messages.LANGUAGES) {
            assertThat(keys).allSatisfy(key -> assertThat(messages.find(key, language)).as(key).isPresent());
        }
    }
}
