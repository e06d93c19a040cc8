package org.coordinationledger.agreement.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.coordinationledger.testing.Life.day;

import java.util.Collections;
import java.util.List;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.rejection.Rejection;
import org.coordinationledger.vocabulary.Reason;
import org.coordinationledger.vocabulary.ValueRejection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What agreements are made of is valid, or cannot exist. */
class AgreementValuesTest {

    private static Rejection refused(Executable making) {
        return catchThrowableOfType(RejectedException.class, making::execute).rejection();
    }

    @Test
    void a_period_is_a_year_or_a_year_and_the_next() {
        assertThat(new ContentPeriod("2023")).hasToString("2023");
        assertThat(new ContentPeriod("2023–2024")).hasToString("2023–2024");
        for (String wrong : List.of("", "23", "2023-2024", "2023–2025", "2024–2023", "2023–", "1929", "2023–2024 ")) {
            assertThat(refused(() -> new ContentPeriod(wrong))).isEqualTo(new ValueRejection.ImpossibleDate(wrong));
        }
    }

    @Test
    void items_and_persons_in_charge_are_short_lines() {
        assertThat(refused(() -> new ContentItem("a".repeat(201)))).isEqualTo(new ValueRejection.TooLong(201, 200));
        assertThat(refused(() -> new ContentItem("một\nhai")))
                .isEqualTo(new ValueRejection.ForbiddenCharacter("U+000A"));
        assertThat(refused(() -> new PersonInCharge("a".repeat(121)))).isEqualTo(new ValueRejection.TooLong(121, 120));
    }

    @Test
    void annual_contents_have_some_items_and_not_too_many() {
        ContentPeriod year = new ContentPeriod("2023");
        assertThat(refused(() -> new AgreementEvent.AnnualContentsProposed(day("2023-01-01"), year, List.of())))
                .isEqualTo(new ValueRejection.Missing("items"));
        List<ContentItem> many = Collections.nCopies(AgreementEvent.MOST_ITEMS + 1, new ContentItem("Giao ban"));
        assertThat(refused(() -> new AgreementEvent.AnnualContentsProposed(day("2023-01-01"), year, many)))
                .isEqualTo(new ValueRejection.TooMany(51, 50));
    }

    @Test
    void a_joint_end_rests_on_a_document() {
        assertThat(refused(() -> new AgreementEvent.JointlyEnded(day("2023-01-01"), new Reason("hết"), List.of())))
                .isEqualTo(new ValueRejection.Missing("bases"));
    }
}
