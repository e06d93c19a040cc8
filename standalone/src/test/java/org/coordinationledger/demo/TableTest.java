package org.coordinationledger.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {

    @Test
    void columns_line_up_under_vietnamese_text() {
        Table table = new Table(List.of("name", "value"));
        table.add(List.of("Tỉnh ủy Đồng Tháp", "66"));
        table.add(List.of("Huyện ủy", "8"));

        assertThat(table.toString().lines())
                .containsExactly(
                        "name               value",
                        "─────────────────  ─────",
                        "Tỉnh ủy Đồng Tháp  66",
                        "Huyện ủy           8");
    }
}
