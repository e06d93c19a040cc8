package org.coordinationledger.mandate.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.coordinationledger.service.problem.Messages;
import org.junit.jupiter.api.Test;

class PolicyTest {

    @Test
    void every_policy_has_its_words_in_both_languages() {
        Messages messages = new Messages();
        for (Policy policy : Policy.values()) {
            for (Locale language : Messages.LANGUAGES) {
                assertThat(messages.find("enum.Policy." + policy, language)).isPresent();
            }
        }
    }
}
