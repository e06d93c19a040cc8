package org.coordinationledger.view.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.coordinationledger.agreement.view.AgreementView;
import org.coordinationledger.basisdocument.view.BasisDocumentView;
import org.coordinationledger.cellassignment.view.CellAssignmentView;
import org.coordinationledger.informationexchange.view.InformationExchangeView;
import org.coordinationledger.member.view.MemberView;
import org.coordinationledger.organisation.view.OrganisationView;
import org.coordinationledger.rejection.Rejection;
import org.coordinationledger.service.problem.Messages;
import org.coordinationledger.view.declaration.Fact;
import org.coordinationledger.view.declaration.FeatureView;
import org.coordinationledger.view.declaration.Figure;
import org.junit.jupiter.api.Test;

class WordsTest {

    @Test
    void every_fact_figure_and_problem_of_the_reads_has_its_words_in_both_languages() {
        List<String> keys = new ArrayList<>();
        for (FeatureView<?> view : List.of(
                OrganisationView.VIEW, BasisDocumentView.VIEW, MemberView.VIEW, AgreementView.VIEW,
                InformationExchangeView.VIEW, CellAssignmentView.VIEW)) {
            for (Fact<?> fact : view.facts()) {
                keys.add("fact." + view.resource() + "." + fact.name());
            }
            for (Figure figure : view.figures()) {
                keys.add("figure." + figure.name());
            }
        }
        for (Class<?> rejection : ReadRejection.class.getPermittedSubclasses()) {
            String code = Rejection.codeOf(rejection.asSubclass(Rejection.class)).replace('/', '.');
            keys.add("problem." + code + ".title");
            keys.add("problem." + code + ".detail");
        }
        Messages messages = new Messages();
        for (Locale language : Messages.LANGUAGES) {
            assertThat(keys).allSatisfy(key -> assertThat(messages.find(key, language)).as(key).isPresent());
        }
    }
}
