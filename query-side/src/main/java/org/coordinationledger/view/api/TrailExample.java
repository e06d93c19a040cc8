package org.coordinationledger.view.api;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** An example of a trail for the API description: a briefing that was delivered before a voided pass was noticed. */
final class TrailExample {

    private static final String DIGEST = "9d4e1e23bd5b727046a9e3b4b7db57bd8d6ee684a3a3f8e8f1c6a1d9b7e0c5f4";

    private TrailExample() {}

    static Map<String, Object> of(String resource) {
        return new TreeMap<>(Map.of(
                "id", "7f0c2f0e-8d3c-4a57-9d0e-6f1f2f8b8a11",
                "resource", resource,
                "steps", List.of(step()),
                "revisions", List.of(revision()),
                "differences", List.of(difference()),
                "findings", List.of(finding()),
                "whole", true,
                "knownAt", 812,
                "effectiveOn", "2019-04-01"));
    }

    private static Map<String, Object> step() {
        Map<String, Object> step = new TreeMap<>(Map.of(
                "event", "briefing.delivered",
                "status", "OUT_OF_ORDER",
                "refusal", "briefing/step-out-of-order",
                "sequence", 6,
                "position", 640,
                "recordedAt", "2019-03-16T02:14:00.123Z",
                "effectiveOn", "2019-03-15",
                "person", "DV-017",
                "organisation", Map.of("id", "2a1f7c1e-64a8-4a27-b0a5-0d3d64cf7b55", "name", "Đồn Biên phòng Thông Bình"),
                "role", "RECORDER"));
        step.putAll(Map.of(
                "competence", "RECORD",
                "approval", false,
                "text", Map.of("revision", 2, "digest", DIGEST, "location", "/api/v1/texts/" + DIGEST),
                "bases", List.of(),
                "daysSinceStepBefore", 5,
                "daysToRecording", 1,
                "late", false,
                "amendedBy", List.of()));
        step.put("entitled", null);
        return step;
    }

    private static Map<String, Object> revision() {
        return new TreeMap<>(Map.of(
                "revision", 2,
                "digest", DIGEST,
                "location", "/api/v1/texts/" + DIGEST,
                "bytes", 2048,
                "writtenBy", List.of(new TreeMap<>(Map.of(
                        "event", "briefing.revised", "sequence", 3, "effectiveOn", "2019-03-08", "person", "DV-017",
                        "organisation", "2a1f7c1e-64a8-4a27-b0a5-0d3d64cf7b55", "role", "RECORDER"))),
                "submittedBy", List.of(),
                "approvedBy", List.of()));
    }

    private static Map<String, Object> difference() {
        return new TreeMap<>(Map.of(
                "from", 1,
                "to", 2,
                "outcome", "COMPARED",
                "lines", List.of(new TreeMap<>(Map.of(
                        "before", 3,
                        "after", 3,
                        "parts", List.of(
                                part("SAME", "Tuần tra "), part("REMOVED", "hằng tháng"), part("ADDED", "hằng tuần")))))));
    }

    private static Map<String, Object> part(String change, String text) {
        return new TreeMap<>(Map.of("change", change, "text", text));
    }

    private static Map<String, Object> finding() {
        return new TreeMap<>(Map.of(
                "code", "STEP_MISSING",
                "step", 6,
                "words", "Trước bước “Thông báo tới chi bộ” ngày 15/03/2019 không có bước nào còn giá trị thuộc loại: Thông qua.",
                "data", Map.of(
                        "event", "briefing.delivered", "effectiveOn", "2019-03-15", "needed",
                        List.of("briefing.passed"))));
    }
}
