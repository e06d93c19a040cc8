package org.coordinationledger.console.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import org.coordinationledger.service.web.LanguageResolver;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/** The language that somebody chose for their pages. */
public final class ChosenLanguage {

    private static final Duration REMEMBERED = Duration.ofDays(365);

    private ChosenLanguage() {}

    /** Keeps a choice in the browser, so that all pages from the next one on are in this language. */
    public static void keep(Locale language, HttpServletRequest request, HttpServletResponse response) {
        ResponseCookie chosen = ResponseCookie.from(LanguageResolver.COOKIE, language.getLanguage())
                .path(LanguageResolver.PAGES)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .maxAge(REMEMBERED)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, chosen.toString());
    }
}
