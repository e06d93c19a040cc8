package org.coordinationledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.coordinationledger.ledger.Entry;
import org.coordinationledger.ledger.LedgerReader;
import org.coordinationledger.standalone.OutsideClient.Answer;

/**
 * A member whose name somebody of their home may read.
 *
 * @param reader who may
 */
record MemberInClear(String id, String reader, String name) {

    private static final int PAGE = 1_000;

    /** The first members of a ledger whose names can be read. */
    static List<MemberInClear> some(OutsideClient client, LedgerReader ledger, int count) throws IOException {
        List<MemberInClear> found = new ArrayList<>();
        for (long from = 0; from <= ledger.tail() && found.size() < count; from += PAGE) {
            for (Entry entry : ledger.entriesFrom(from, PAGE)) {
                if (entry.eventName().equals("member.registered") && found.size() < count) {
                    String reader = client.userOf(entry.payloadTree().path("home").asString());
                    String name = new MemberInClear(entry.streamId(), reader, "").shown(client);
                    assertThat(name).isNotEmpty();
                    found.add(new MemberInClear(entry.streamId(), reader, name));
                }
            }
        }
        assertThat(found).hasSize(count);
        return found;
    }

    /** The name as the service shows it now; empty once it is erased. */
    String shown(OutsideClient client) throws IOException {
        Answer answer = client.get(reader, "/api/v1/members/" + id);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.body().at("/state/personalData/name").asString("");
    }

    /** Has the member's home decide that the personal data are erased. */
    void erase(OutsideClient client) throws IOException {
        String decider = reader.replaceFirst("\\.records$", ".decides");
        Answer answer = client.post(decider, "/api/v1/members/" + id + "/erase-personal-data",
                "{\"effectiveOn\": \"2026-01-31\", \"reason\": \"Đồng chí đề nghị\"}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    }
}
