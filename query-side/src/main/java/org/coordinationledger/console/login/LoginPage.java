package org.coordinationledger.console.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.coordinationledger.service.problem.Messages;
import org.coordinationledger.service.web.LanguageResolver;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** The page for logging in, and the choice of a language. */
@Controller
public final class LoginPage {

    private static final Duration REMEMBERED = Duration.ofDays(365);

    @GetMapping(ConsoleSecurity.LOGIN)
    String login(
            HttpServletRequest request,
            @RequestParam(name = LoginAgain.THEN, required = false) @Nullable String then,
            @RequestAttribute(name = "loginFailed", required = false) @Nullable Boolean failed,
            Model model) {
        Map<String, String[]> typed = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, values) -> {
            if (name.startsWith(LoginAgain.TYPED)) {
                typed.put(name, values);
            }
        });
        model.addAttribute("then", LoginAgain.then(then));
        model.addAttribute("typed", typed);
        model.addAttribute("failed", Boolean.TRUE.equals(failed));
        model.addAttribute("out", request.getParameter("out") != null);
        return "console/login";
    }

    @GetMapping("/")
    String start() {
        return "redirect:/console";
    }

    @GetMapping("/console/language/{tag}")
    String language(
            @PathVariable String tag,
            @RequestParam(name = LoginAgain.THEN, required = false) @Nullable String then,
            HttpServletRequest request,
            HttpServletResponse response) {
        String known = Messages.LANGUAGES.stream()
                .map(Locale::getLanguage)
                .filter(tag::equals)
                .findFirst()
                .orElse(Messages.VIETNAMESE.getLanguage());
        ResponseCookie chosen = ResponseCookie.from(LanguageResolver.COOKIE, known)
                .path(LanguageResolver.PAGES)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .maxAge(REMEMBERED)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, chosen.toString());
        return "redirect:" + LoginAgain.then(then);
    }
}
