package org.coordinationledger.view.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.coordinationledger.view.store.Generations;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The console's page about how the service runs. */
class OperationsPageTest {

    private static final String PATH = "/console/operations";

    static Stream<QuerySide> sides() {
        return QuerySide.onEveryStore();
    }

    @ParameterizedTest
    @MethodSource("sides")
    void an_auditor_or_administrator_sees_the_positions_the_last_build_and_the_health_of_the_store(QuerySide side) {
        new Province(side, "op").small();
        ConsoleVisitor auditor = ConsoleVisitor.login(side, "auditor");
        auditor.page("/console/audit");
        int generation = side.bean(Generations.class).live().orElseThrow().number();

        String page = auditor.page(PATH);

        assertThat(page)
                .contains("bản " + generation)
                .contains("đang dùng")
                .contains("Không có sự kiện nào bị lỗi.")
                .contains("Lần dựng lại gần nhất")
                .contains("Kho dữ liệu")
                .contains("0 sự kiện");
        assertThat(ConsoleVisitor.login(side, "administrator").page(PATH)).contains("Phần mềm");
    }

    @ParameterizedTest
    @MethodSource("sides")
    void others_are_neither_led_there_nor_let_in(QuerySide side) {
        ConsoleVisitor recorder = ConsoleVisitor.login(side);

        assertThat(recorder.page("/console/records")).doesNotContain(PATH);
        assertThat(recorder.response(PATH).statusCode()).isEqualTo(403);
        assertThat(ConsoleVisitor.login(side, "auditor").page("/console/records")).contains(PATH);
    }
}
