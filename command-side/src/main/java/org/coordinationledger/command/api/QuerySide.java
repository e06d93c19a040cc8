package org.coordinationledger.command.api;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Supplier;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.service.identity.LoginTokens;
import org.coordinationledger.service.problem.ServiceRejection;
import org.coordinationledger.vocabulary.FigureReading;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
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

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);
    private static final Duration READ_TIMEOUT = Duration.ofSeconds(40);

    /** A token is made for one call. */
    private static final Duration TOKEN_LIFE = Duration.ofMinutes(1);

    private static final int RETRY_AFTER_SECONDS = 5;

    private final JsonMapper json = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private final Supplier<URI> address;
    private final LoginTokens tokens;
    private final Clock clock;
    private final RestClient client;

    /** @param address where the query side is, asked before each call */
    QuerySide(Supplier<URI> address, LoginTokens tokens, Clock clock) {
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(CONNECT_TIMEOUT).build());
        requests.setReadTimeout(READ_TIMEOUT);
        this.address = address;
        this.tokens = tokens;
        this.clock = clock;
        this.client = RestClient.builder().requestFactory(requests).build();
    }

    /** What was answered; a problem, where the status is none of success. */
    record Answer(boolean successful, JsonNode body) {}

    /**
     * What the figure of a reading came to, as a record may say it.
     *
     * @throws RejectedException with {@link ServiceRejection.QuerySideUnreachable} where nothing about it is answered
     */
    Answer toBeRecorded(FigureReading said) {
        UriComponentsBuilder asked = UriComponentsBuilder.fromUri(address.get())
                .path("/api/v1/figures/{figure}/to-be-recorded")
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
            return Objects.requireNonNull(client.get()
                    .uri(asked.encode().buildAndExpand(said.figure().value()).toUri())
                    .header(HttpHeaders.AUTHORIZATION, "Bearer " + token())
                    .exchange(this::answer));
        } catch (ResourceAccessException | JacksonException e) {
            throw unreachable();
        }
    }

    /** Nothing that this side can make anything of. */
    static RejectedException unreachable() {
        return new RejectedException(new ServiceRejection.QuerySideUnreachable(RETRY_AFTER_SECONDS));
    }

    private Answer answer(HttpRequest request, ClientHttpResponse response) throws IOException {
        byte[] body = response.getBody().readAllBytes();
        if (body.length == 0 || response.getStatusCode().is5xxServerError()) {
            throw unreachable();
        }
        return new Answer(response.getStatusCode().is2xxSuccessful(), json.readTree(body));
    }

    private String token() {
        Authentication login = SecurityContextHolder.getContext().getAuthentication();
        if (login == null) {
            throw new RejectedException(new ServiceRejection.Unauthenticated());
        }
        return tokens.issue(login.getName(), LoginTokens.Use.API, TOKEN_LIFE, clock.instant());
    }
}
