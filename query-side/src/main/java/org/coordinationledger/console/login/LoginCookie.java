package org.coordinationledger.console.login;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.coordinationledger.console.live.LiveAddress;
import org.coordinationledger.service.identity.LoginTokens;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.WebUtils;

/**
 * Keeps a login in a signed cookie instead of a session in one process, so that any process of the query side can answer
 * the next request. A login lasts while it is used, for half an hour after the last page, and for half a day in all.
 */
public final class LoginCookie implements SecurityContextRepository {

    static final String NAME = "ledger-login";

    private static final String PATH = "/console";
    private static final Duration IDLE = Duration.ofMinutes(30);
    private static final Duration RENEWED_AFTER = Duration.ofMinutes(5);
    private static final Duration LONGEST = Duration.ofHours(12);

    private final LoginTokens tokens;
    private final InstantSource clock;

    public LoginCookie(LoginTokens tokens, InstantSource clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    @Override
    @Deprecated
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return contextOf(holder.getRequest());
    }

    private SecurityContext contextOf(HttpServletRequest request) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        known(request).ifPresent(known -> context.setAuthentication(known.login()));
        return context;
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return known(request).isPresent();
    }

    /** Called when somebody has logged in. */
    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        if (context.getAuthentication() == null) {
            clear(request, response);
        } else {
            write(context.getAuthentication().getName(), clock.instant(), request, response);
        }
    }

    private Optional<LoginTokens.Known> known(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, NAME);
        return cookie == null || cookie.getValue().isEmpty()
                ? Optional.empty()
                : tokens.read(cookie.getValue(), LoginTokens.Use.CONSOLE)
                        .filter(known -> known.loggedInAt().plus(LONGEST).isAfter(clock.instant()));
    }

    private void write(
            String username, Instant loggedInAt, HttpServletRequest request, HttpServletResponse response) {
        String token = tokens.issue(username, LoginTokens.Use.CONSOLE, IDLE, loggedInAt);
        response.addHeader(HttpHeaders.SET_COOKIE, cookie(token, request, null).toString());
    }

    static void clear(HttpServletRequest request, HttpServletResponse response) {
        response.addHeader(HttpHeaders.SET_COOKIE, cookie("", request, Duration.ZERO).toString());
    }

    private static ResponseCookie cookie(String value, HttpServletRequest request, @Nullable Duration age) {
        ResponseCookie.ResponseCookieBuilder cookie = ResponseCookie.from(NAME, value)
                .path(PATH)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax");
        return age == null ? cookie.build() : cookie.maxAge(age).build();
    }

    /** Lets a login that is used go on; what a page does by itself is no use. */
    OncePerRequestFilter renewing() {
        return new OncePerRequestFilter() {
            @Override
            protected boolean shouldNotFilter(HttpServletRequest request) {
                return request.getRequestURI().equals(LiveAddress.PATH) || request.getHeader(LiveAddress.RENEWAL) != null;
            }

            @Override
            protected void doFilterInternal(
                    HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                    throws ServletException, IOException {
                known(request)
                        .filter(known -> known.issuedAt().plus(RENEWED_AFTER).isBefore(clock.instant()))
                        .ifPresent(known -> write(known.login().getName(), known.loggedInAt(), request, response));
                chain.doFilter(request, response);
            }
        };
    }
}
