package org.coordinationledger.console.form;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.coordinationledger.console.page.Page;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.service.form.CommandDescription;
import org.coordinationledger.service.form.StepsAllowed;
import org.coordinationledger.service.problem.ServiceRejection;
import org.coordinationledger.service.request.RecordedCommand;
import org.coordinationledger.service.side.OtherSide;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpRequest;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The side that decides commands, asked over its public API as whoever is logged in to the console. Every call throws
 * {@link RejectedException} with {@link ServiceRejection.CommandSideUnreachable} where it does not answer.
 */
public final class CommandSide {

    /** What commands take changes with the version of the command side alone. */
    private static final Duration DESCRIPTIONS_KEPT = Duration.ofMinutes(1);

    private final JsonMapper json = JsonMapper.builder().build();
    private final Cache<String, CommandDescription.All> descriptions =
            Caffeine.newBuilder().maximumSize(1).expireAfterWrite(DESCRIPTIONS_KEPT).build();
    private final OtherSide side;

    public CommandSide(OtherSide side) {
        this.side = side;
    }

    /**
     * What was answered.
     *
     * @param position of what was recorded; -1 where nothing was
     * @param body a problem, where the status is none of success
     */
    public record Answer(int status, long position, JsonNode body) {

        public boolean successful() {
            return HttpStatusCode.valueOf(status).is2xxSuccessful();
        }
    }

    /** What all commands take. */
    CommandDescription.All commands(Page page) {
        return Objects.requireNonNull(
                descriptions.get("all", any -> read(get(page, "commands"), CommandDescription.All.class)));
    }

    /** Which steps may be taken about a record. */
    StepsAllowed possible(String resource, String id, Page page) {
        return read(get(page, resource, id, "steps"), StepsAllowed.class);
    }

    /** Which records may be begun. */
    StepsAllowed.Beginnings beginnings(Page page) {
        return read(get(page, "commands", "begin"), StepsAllowed.Beginnings.class);
    }

    private Answer get(Page page, String... path) {
        return send(HttpMethod.GET, UriComponentsBuilder.newInstance().pathSegment(path), page, null, null, null, null);
    }

    /**
     * Hands in a command.
     *
     * @param step null of the command that begins a record
     * @param dryRun whether it is only tried
     * @param key under which it is recorded no more than once
     * @param version that the record must have, or null for any
     */
    Answer command(
            String resource,
            @Nullable String id,
            @Nullable String step,
            JsonNode body,
            boolean dryRun,
            String key,
            @Nullable Long version,
            Page page) {
        UriComponentsBuilder path = UriComponentsBuilder.newInstance().pathSegment(resource);
        if (id != null && step != null) {
            path.pathSegment(id, step);
        }
        if (dryRun) {
            path.queryParam("dryRun", true);
        }
        return send(
                HttpMethod.POST, path, page, MediaType.APPLICATION_JSON, json.writeValueAsBytes(body), key, version);
    }

    /** Asks for something under a path of the API, with parameters. */
    public Answer read(Page page, Map<String, String> parameters, String... path) {
        UriComponentsBuilder asked = UriComponentsBuilder.newInstance().pathSegment(path);
        parameters.forEach(asked::queryParam);
        return send(HttpMethod.GET, asked, page, null, null, null, null);
    }

    /** Asks for something to be done that needs no more words than its path. */
    public Answer post(Page page, String... path) {
        return send(
                HttpMethod.POST, UriComponentsBuilder.newInstance().pathSegment(path), page, null, null, null, null);
    }

    /** Sends a file as it is. */
    public Answer upload(byte[] file, Map<String, String> parameters, Page page, String... path) {
        UriComponentsBuilder to = UriComponentsBuilder.newInstance().pathSegment(path);
        parameters.forEach(to::queryParam);
        return send(HttpMethod.POST, to, page, MediaType.APPLICATION_OCTET_STREAM, file, null, null);
    }

    /**
     * A file that was asked for.
     *
     * @param type its media type
     */
    public record Download(int status, String type, byte[] content) {}

    /** Asks for a file under a path of the API. */
    public Download file(Page page, Map<String, String> parameters, String... path) {
        UriComponentsBuilder asked = UriComponentsBuilder.newInstance().pathSegment(path);
        parameters.forEach(asked::queryParam);
        try {
            return Objects.requireNonNull(
                    request(HttpMethod.GET, asked, page).exchange((sent, response) -> new Download(
                            response.getStatusCode().value(),
                            String.valueOf(response.getHeaders().getContentType()),
                            response.getBody().readAllBytes())));
        } catch (ResourceAccessException e) {
            throw new RejectedException(new ServiceRejection.CommandSideUnreachable(OtherSide.RETRY_AFTER_SECONDS));
        }
    }

    /** Stores a text, so that a command can name it by its digest. */
    Answer text(String text, Page page) {
        return send(
                HttpMethod.POST, UriComponentsBuilder.newInstance().pathSegment("texts"), page,
                new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8), text.getBytes(StandardCharsets.UTF_8),
                null, null);
    }

    /** What an answer says. */
    private <T> T read(Answer answer, Class<T> type) {
        if (answer.successful()) {
            return json.treeToValue(answer.body(), type);
        }
        throw new RejectedException(
                switch (answer.body().path("type").asString("")) {
                    case "/problems/unknown-record", "/problems/unknown-resource" -> new ServiceRejection.UnknownResource(
                            answer.body().path("instance").asString(""));
                    case "/problems/access-denied" -> new ServiceRejection.AccessDenied(null);
                    default -> new ServiceRejection.CommandSideUnreachable(OtherSide.RETRY_AFTER_SECONDS);
                });
    }

    private Answer send(
            HttpMethod method,
            UriComponentsBuilder path,
            Page page,
            @Nullable MediaType type,
            byte @Nullable [] body,
            @Nullable String key,
            @Nullable Long version) {
        RestClient.RequestBodySpec request = request(method, path, page);
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        if (version != null) {
            request.header(HttpHeaders.IF_MATCH, "\"" + version + "\"");
        }
        if (body != null) {
            request.contentType(Objects.requireNonNull(type)).body(body);
        }
        try {
            return Objects.requireNonNull(request.exchange(this::answer));
        } catch (ResourceAccessException e) {
            throw new RejectedException(new ServiceRejection.CommandSideUnreachable(OtherSide.RETRY_AFTER_SECONDS));
        }
    }

    private RestClient.RequestBodySpec request(HttpMethod method, UriComponentsBuilder path, Page page) {
        return side.request(method, path.build()).header(HttpHeaders.ACCEPT_LANGUAGE, page.lang());
    }

    private Answer answer(HttpRequest request, ClientHttpResponse response) throws IOException {
        String position = response.getHeaders().getFirst(RecordedCommand.POSITION_HEADER);
        byte[] body = response.getBody().readAllBytes();
        return new Answer(
                response.getStatusCode().value(),
                position == null ? -1 : Long.parseLong(position),
                body.length == 0 ? json.createObjectNode() : json.readTree(body));
    }
}
