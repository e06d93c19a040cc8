package org.coordinationledger.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.coordinationledger.rejection.RejectedException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HouseholdCodeTest {

    @ParameterizedTest
    @ValueSource(strings = {"HO-TG-001", "HO-1", "HOGIAD-A1B2C3D4-2-3"})
    void a_code_is_capitals_and_up_to_three_parts_after_hyphens(String code) {
        assertThat(new HouseholdCode(code)).hasToString(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "HO", "H-1", "HOGIADI-1", "ho-001", "HO-", "HO-123456789", "HO-1-2-3-4", "HỘ-001", "HO 001",
                "HO-001 ", "HO-001\n", "Ông Nguyễn Văn A, ấp Tân Giang, nhà số 12, đường ven biển"
            })
    void anything_that_could_tell_who_lives_there_is_no_code(String text) {
        assertThatThrownBy(() -> new HouseholdCode(text))
                .isInstanceOfSatisfying(RejectedException.class, refused -> assertThat(refused.rejection())
                        .isEqualTo(new ValueRejection.MalformedHouseholdCode(ValueRejection.excerpt(text))));
    }
}
