package org.coordinationledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.coordinationledger.standalone.OutsideClient.Answer;
import org.junit.jupiter.api.Test;

/** What Prometheus is shown. */
class MetricsTest {

    private static final Pattern SAMPLE = Pattern.compile("(?m)^([a-z_]+(?:\\{[^}]*})?) (\\S+)$");
    private static final Pattern FAMILY = Pattern.compile("(?m)^# TYPE (ledger_[a-z_]+) [a-z]+$");
    private static final Pattern LISTED = Pattern.compile("(?m)^\\| `(ledger_[a-z_]+)");
    private static final String REGISTERED =
            "ledger_commands_seconds_count{command=\"Register\",feature=\"organisations\",outcome=\"recorded\"}";
    private static final String REFUSED = "ledger_commands_refused_total{code=\"unknown-record\",command=\"Rename\","
            + "feature=\"organisations\"}";

    private final RunningDemo demo = RunningDemo.instance();
    private final OutsideClient client = demo.client();

    @Test
    void only_who_runs_or_audits_the_ledger_may_see_them() throws IOException {
        assertThat(client.getAnonymously("/metrics").status()).isEqualTo(401);
        String post = client.get("auditor", "/api/v1/cell-assignments?filter.stage=ASSIGNED&limit=1")
                .body().path("items").get(0).path("facts").path("post").asString();
        Answer refused = client.get(client.userOf(post), "/metrics");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.problem()).isEqualTo("/problems/access-denied");
        assertThat(client.get("auditor", "/metrics").status()).isEqualTo(200);
    }

    @Test
    void commands_and_the_ledger_and_the_views_move_them() throws IOException {
        Map<String, Double> before = samples();
        Answer recorded = client.post("administrator", "/api/v1/organisations", """
                {"effectiveOn": "2010-01-01", "kind": "CENTRAL_BODY", "name": "Cơ quan đo đếm", "illustrative": true}""");
        Answer refused = client.post("administrator", "/api/v1/organisations/none-such/rename", """
                {"effectiveOn": "2010-01-01", "name": "Không có"}""");
        Map<String, Double> after = samples();

        assertThat(recorded.status()).as(recorded.text()).isEqualTo(201);
        assertThat(refused.problem()).isEqualTo("/problems/unknown-record");
        assertThat(after.get(REGISTERED)).isEqualTo(before.getOrDefault(REGISTERED, 0.0) + 1);
        assertThat(after.get(REFUSED)).isEqualTo(before.getOrDefault(REFUSED, 0.0) + 1);
        assertThat(after.get("ledger_append_seconds_count")).isEqualTo(before.get("ledger_append_seconds_count") + 1);
        assertThat(after.get("ledger_append_entries_sum")).isGreaterThan(before.get("ledger_append_entries_sum"));
        assertThat(after.get("ledger_tail")).isEqualTo(demo.tail());
        assertThat(after.get("ledger_cache_streams")).isPositive();
        Awaitility.await().until(() -> samples().get("ledger_views_position") == demo.tail());
        assertThat(samples().get("ledger_views_lag")).isZero();
    }

    @Test
    void the_reference_lists_all_of_them_and_no_other() throws IOException {
        client.post("administrator", "/api/v1/organisations/none-such/rename", """
                {"effectiveOn": "2010-01-01", "name": "Không có"}""");
        String reference = Files.readString(Path.of("..", "docs", "reference", "metrics.md"));

        assertThat(matches(LISTED, reference)).isEqualTo(matches(FAMILY, scrape()));
    }

    private static SortedSet<String> matches(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(m -> m.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    private String scrape() throws IOException {
        Answer answer = client.get("auditor", "/metrics");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.text();
    }

    private Map<String, Double> samples() throws IOException {
        Map<String, Double> samples = new TreeMap<>();
        for (MatchResult sample : SAMPLE.matcher(scrape()).results().toList()) {
            samples.put(sample.group(1), Double.parseDouble(sample.group(2)));
        }
        return samples;
    }
}
