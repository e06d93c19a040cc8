package org.coordinationledger.command.api;

import java.io.IOException;
import java.util.Objects;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.service.problem.ServiceRejection;
import org.coordinationledger.service.side.OtherSide;
import org.coordinationledger.vocabulary.FigureReading;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The side that shows, asked over its public API as whoever hands in a command, and about nothing but what can never
 * change: what figures came to at a position of the ledger.
 */
final class QuerySide {

    private final JsonMapper json = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private final OtherSide side;

    QuerySide(OtherSide side) {
        this.side = side;
    }

    /** What was answered; a problem, where the status is none of success. */
    record Answer(boolean successful, JsonNode body) {}

    /**
     * What the figure of a reading came to, as a record may say it.
     *
     * @throws RejectedException with {@link ServiceRejection.QuerySideUnreachable} where nothing about it is answered
     */
    Answer toBeRecorded(FigureReading said) {
        UriComponentsBuilder asked = UriComponentsBuilder.newInstance()
                .pathSegment("figures", said.figure().value(), "to-be-recorded")
                .queryParam("effectiveOn", said.effectiveOn())
                .queryParam("knownOn", said.position())
                .queryParam("waitForPosition", said.position());
        if (said.scope() != null) {
            asked.queryParam("scope", said.scope());
        }
        if (said.comparedWith() != null) {
            asked.queryParam("comparedWith", said.comparedWith());
        }
        try {
            return Objects.requireNonNull(side.request(HttpMethod.GET, asked.build()).exchange(this::answer));
        } catch (ResourceAccessException | JacksonException e) {
            throw unreachable();
        }
    }

    /** Nothing that this side can make anything of. */
    static RejectedException unreachable() {
        return new RejectedException(new ServiceRejection.QuerySideUnreachable(OtherSide.RETRY_AFTER_SECONDS));
    }

    private Answer answer(HttpRequest request, ClientHttpResponse response) throws IOException {
        byte[] body = response.getBody().readAllBytes();
        if (body.length == 0 || response.getStatusCode().is5xxServerError()) {
            throw unreachable();
        }
        return new Answer(response.getStatusCode().is2xxSuccessful(), json.readTree(body));
    }
}
