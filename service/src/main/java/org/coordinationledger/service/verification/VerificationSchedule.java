package org.coordinationledger.service.verification;

import java.util.List;
import org.springframework.scheduling.annotation.Scheduled;

/** Begins what this process verifies: at the hours that are set, and when somebody asked any side. */
final class VerificationSchedule {

    private static final long LOOK_MILLIS = 1_000;

    private final List<VerificationRuns> runs;
    private final VerificationRequests requests;

    VerificationSchedule(List<VerificationRuns> runs, VerificationRequests requests) {
        this.runs = runs;
        this.requests = requests;
    }

    @Scheduled(cron = "${ledger.log.verification.cron}", zone = "Asia/Ho_Chi_Minh")
    void atItsHour() {
        runs.forEach(VerificationRuns::start);
    }

    @Scheduled(fixedDelay = LOOK_MILLIS)
    void whenAsked() {
        requests.askedAt().ifPresent(at -> runs.forEach(run -> run.startAsked(at)));
    }
}
