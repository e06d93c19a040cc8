package org.coordinationledger.standalone;

import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.coordinationledger.standalone.OutsideClient.Answer;
import tools.jackson.databind.JsonNode;

/** Commands about one commune's committee that nobody else uses, each under a key of the caller's. */
final class Commune {

    /** How a command is refused that meets a dissolved organisation. */
    static final String DISSOLVED = "/problems/neighbour/organisation-dissolved";

    private static final String ORGANISATIONS = "/api/v1/organisations";
    private static final String ASSIGNMENTS = "/api/v1/cell-assignments";
    private static final String MEMBERS = "/api/v1/members";
    private static final String ADMINISTRATOR = "administrator";
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final String id = UUID.randomUUID().toString();
    private final int number = NUMBERS.incrementAndGet();

    /** A post, who records for it, and a member at home there. */
    record Post(String id, String recorder, String member) {

        /** One of the scenarios, with a member that it sent. */
        static Post known(OutsideClient querySide) throws IOException {
            JsonNode seat = querySide.get("auditor", ASSIGNMENTS + "?filter.stage=ASSIGNED&limit=1")
                    .body().path("items").get(0).path("facts");
            String post = seat.path("post").asString();
            return new Post(
                    post,
                    querySide.userOf(post).replaceFirst("\\.(records|decides)$", ".records"),
                    seat.path("member").asString());
        }

        Post with(String otherMember) {
            return new Post(id, recorder, otherMember);
        }

        /** Registers another member at home there. */
        Answer register(OutsideClient client, String key) throws IOException {
            return client.post(recorder, MEMBERS, """
                    {"effectiveOn": "2021-01-01", "code": "DV-%s", "home": "%s", "membership": "OFFICIAL",
                     "illustrative": true, "personalData": {"name": "Nguyễn Văn Thử", "rank": "Thiếu tá"}}"""
                    .formatted(key, id), key(key));
        }
    }

    String id() {
        return id;
    }

    Answer register(OutsideClient client, String key) throws IOException {
        return client.post(ADMINISTRATOR, ORGANISATIONS, """
                {"id": "%s", "effectiveOn": "2021-01-01", "kind": "COMMUNE_PARTY_COMMITTEE",
                 "name": "Đảng ủy xã thử %d", "illustrative": true}""".formatted(id, number), key(key));
    }

    Answer rename(OutsideClient client, String key) throws IOException {
        return client.post(ADMINISTRATOR, ORGANISATIONS + "/" + id + "/rename", """
                {"effectiveOn": "2021-02-01", "name": "Đảng ủy xã đổi tên %d"}""".formatted(number), key(key));
    }

    Answer dissolve(OutsideClient client, String key) throws IOException {
        return client.post(ADMINISTRATOR, ORGANISATIONS + "/" + id + "/dissolve", """
                {"effectiveOn": "2021-06-01", "manner": "DISSOLVED", "reason": "Sắp xếp lại"}""", key(key));
    }

    /** Selects the post's member for this commune, on a day after the one on which it may be dissolved. */
    Answer select(OutsideClient client, Post post, String key) throws IOException {
        return client.post(post.recorder(), ASSIGNMENTS, """
                {"effectiveOn": "2021-07-01", "member": "%s", "post": "%s", "commune": "%s", "illustrative": true}"""
                .formatted(post.member(), post.id(), id), key(key));
    }

    /** Reads it where the views have come to a position. */
    Answer read(OutsideClient client, long position) throws IOException {
        return client.get("auditor", ORGANISATIONS + "/" + id + "?waitForPosition=" + position);
    }

    private static Map<String, String> key(String key) {
        return Map.of("Idempotency-Key", key);
    }
}
