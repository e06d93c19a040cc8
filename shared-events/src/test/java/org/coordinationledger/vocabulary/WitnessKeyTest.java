package org.coordinationledger.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.coordinationledger.rejection.RejectedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WitnessKeyTest {

    private static final String KEY = "witness.district.example/w1+dff7c7d9+BAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f";

    @Test
    void a_witness_cosigns_under_the_name_in_its_key() {
        assertThat(new WitnessKey(KEY).name()).isEqualTo("witness.district.example/w1");
    }

    @Test
    void no_letter_of_a_key_can_be_another() {
        for (int i = 0; i < KEY.length(); i++) {
            char other = KEY.charAt(i) == 'a' ? 'b' : 'a';
            String changed = KEY.substring(0, i) + other + KEY.substring(i + 1);
            assertRefused(changed);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "witness", "log.example+7a864099+AQOh", "w 1+20324abe+AAAA",
        "w\u00a01+ea563371+BAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f"})
    void what_is_no_key_is_refused(String value) {
        assertRefused(value);
    }

    private static void assertRefused(String value) {
        assertThatThrownBy(() -> new WitnessKey(value))
                .as(value)
                .isInstanceOfSatisfying(RejectedException.class, e -> assertThat(e.rejection())
                        .isInstanceOf(ValueRejection.NotAWitnessKey.class));
    }
}
