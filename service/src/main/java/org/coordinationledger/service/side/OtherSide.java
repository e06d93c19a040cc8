package org.coordinationledger.service.side;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.service.identity.LoginTokens;
import org.coordinationledger.service.problem.ServiceRejection;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.client.RestClient;
import org.springframework.web.util.UriComponents;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The side of the service that this one is not, asked over its public API as whoever is logged in here. It waits three
 * seconds for a connection and 40 seconds for an answer.
 */
public final class OtherSide {

    /** After so many seconds it may answer again, where it did not. */
    public static final int RETRY_AFTER_SECONDS = 5;

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);
    private static final Duration READ_TIMEOUT = Duration.ofSeconds(40);

    /** A token is made for one call. */
    private static final Duration TOKEN_LIFE = Duration.ofMinutes(1);

    private static final String API = "/api/v1/";

    private final Environment settings;
    private final String setting;
    private final LoginTokens tokens;
    private final Clock clock;
    private final RestClient client;

    /**
     * @param setting names the address of the other side; where it is not set, that is the one that this process listens
     *     on itself
     */
    public OtherSide(Environment settings, String setting, LoginTokens tokens, Clock clock) {
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(CONNECT_TIMEOUT).build());
        requests.setReadTimeout(READ_TIMEOUT);
        this.settings = settings;
        this.setting = setting;
        this.tokens = tokens;
        this.clock = clock;
        this.client = RestClient.builder().requestFactory(requests).build();
    }

    /**
     * A request of whoever is logged in.
     *
     * @param path under the address of the API, with parameters if any
     * @throws RejectedException with {@link ServiceRejection.Unauthenticated} if nobody is logged in
     */
    public RestClient.RequestBodySpec request(HttpMethod method, UriComponents path) {
        URI uri = UriComponentsBuilder.fromUri(address())
                .path(API)
                .uriComponents(path)
                .encode()
                .build()
                .toUri();
        return client.method(method).uri(uri).header(HttpHeaders.AUTHORIZATION, "Bearer " + token());
    }

    private URI address() {
        return URI.create(settings.getProperty(
                setting, "http://127.0.0.1:" + settings.getProperty("local.server.port", "8080")));
    }

    private String token() {
        Authentication login = SecurityContextHolder.getContext().getAuthentication();
        if (login == null) {
            throw new RejectedException(new ServiceRejection.Unauthenticated());
        }
        return tokens.issue(login.getName(), LoginTokens.Use.API, TOKEN_LIFE, clock.instant());
    }
}
