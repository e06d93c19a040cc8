package org.coordinationledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoreTest {

    @ParameterizedTest
    @CsvSource({
        "mongodb://h:1, mongodb://h:1/demo",
        "mongodb://h:1/, mongodb://h:1/demo",
        "mongodb://h:1/live, mongodb://h:1/demo",
        "mongodb://h:1/?replicaSet=rs0, mongodb://h:1/demo?replicaSet=rs0",
        "mongodb://u:p@h:1/admin, mongodb://u:p@h:1/demo?authSource=admin",
        "mongodb://u:p@h:1/live?authSource=admin&w=1, mongodb://u:p@h:1/demo?authSource=admin&w=1",
        "mongodb+srv://u:p@h/live?retryWrites=true, mongodb+srv://u:p@h/demo?authSource=live&retryWrites=true"
    })
    void the_demo_goes_to_a_database_of_its_own_as_the_same_user(String given, String demo) {
        assertThat(Store.withDatabase(given, "demo")).isEqualTo(demo);
    }
}
