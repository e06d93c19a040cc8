package org.coordinationledger.view.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.coordinationledger.ledger.LedgerStore;
import org.coordinationledger.ledger.NewEvent;
import org.coordinationledger.ledger.ReadSet;
import org.coordinationledger.ledger.sealing.HeadTrees;
import org.coordinationledger.ledger.sealing.RecordedHeads;
import org.coordinationledger.ledger.sealing.SealedLog;
import org.coordinationledger.service.verification.VerificationRun;
import org.coordinationledger.service.verification.VerifiedPart;
import org.coordinationledger.view.log.Verifications;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The console's page of checkpoints, once something was sealed, its record heads were recorded, and all was verified. */
class LogPageTest {

    static Stream<QuerySide> sides() {
        return QuerySide.onEveryStore();
    }

    @ParameterizedTest
    @MethodSource("sides")
    void it_tells_where_all_records_end_and_how_each_part_was_found(QuerySide side) {
        new Province(side, "lp").small();
        LedgerStore ledger = side.bean(LedgerStore.class);
        recordHeads(ledger);
        LogOverHttpTest.seal(side);
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> side.bean(SealedLog.class).latest().isPresent());
        Verifications verifications = side.bean(Verifications.class);
        verifications.start();
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
            Map<VerifiedPart, VerificationRun> runs = verifications.last();
            return runs.size() == 2
                    && runs.values().stream().allMatch(run -> run.state() == VerificationRun.State.SOUND);
        });

        String page = ConsoleVisitor.login(side, "auditor").page("/console/log");

        assertThat(page)
                .contains("Giá trị gốc ghi gần nhất ở vị trí")
                .contains("Phần đã niêm phong")
                .contains("Bảng tra cứu")
                .contains("Đã dựng lại mọi hồ sơ trong")
                .contains("đúng như phải có")
                .contains("Kiểm tra ngay")
                .doesNotContain("{verified}", "{root}", "??");
    }

    private static void recordHeads(LedgerStore ledger) {
        HeadTrees.Made made = new HeadTrees(ledger).make(ledger.tail() + 1, Optional.empty());
        long sequence = ledger.entriesOf(RecordedHeads.STREAM_ID, 0, 100).size();
        ledger.append(List.of(new NewEvent(
                RecordedHeads.STREAM_TYPE, RecordedHeads.STREAM_ID, sequence, UUID.randomUUID().toString(),
                RecordedHeads.EVENT, "1", "{\"records\":%d,\"root\":\"%s\",\"size\":%d}"
                        .formatted(made.records(), made.root().hex(), made.size()), Map.of())), new ReadSet());
    }
}
