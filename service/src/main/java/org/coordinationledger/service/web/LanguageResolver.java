package org.coordinationledger.service.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.coordinationledger.service.problem.Messages;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;
import org.springframework.web.util.WebUtils;

/**
 * Programs get the language that they ask for. People who look at pages get Vietnamese until they choose another: what a
 * browser asks for tells the language of the computer, not of the office.
 */
@Component("localeResolver")
public final class LanguageResolver extends AcceptHeaderLocaleResolver {

    /** Where pages for people begin. */
    public static final String PAGES = "/console";

    /** Keeps what somebody chose. */
    public static final String COOKIE = "language";

    public LanguageResolver() {
        setSupportedLocales(Messages.LANGUAGES);
        setDefaultLocale(Messages.VIETNAMESE);
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        String path = request.getRequestURI();
        if (path == null || !path.startsWith(PAGES)) {
            return super.resolveLocale(request);
        }
        Cookie chosen = WebUtils.getCookie(request, COOKIE);
        return Messages.LANGUAGES.stream()
                .filter(language -> chosen != null && language.getLanguage().equals(chosen.getValue()))
                .findFirst()
                .orElse(Messages.VIETNAMESE);
    }
}
