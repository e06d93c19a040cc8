package org.coordinationledger.console.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.coordinationledger.console.page.ChosenLanguage;
import org.coordinationledger.console.page.OwnAddress;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.service.problem.Messages;
import org.coordinationledger.service.problem.ServiceRejection;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** The page for logging in, and the choice of a language. */
@Controller
public final class LoginPage {

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
        model.addAttribute("then", OwnAddress.of(then));
        model.addAttribute("typed", typed);
        model.addAttribute("failed", Boolean.TRUE.equals(failed));
        model.addAttribute("out", request.getParameter("out") != null);
        return "console/login";
    }

    /** Where a form leads that was not made by a page of ours. */
    @GetMapping(ConsoleSecurity.REFUSED)
    String refused() {
        throw new RejectedException(new ServiceRejection.FormOutOfDate());
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
        Locale known = Messages.LANGUAGES.stream()
                .filter(language -> language.getLanguage().equals(tag))
                .findFirst()
                .orElse(Messages.VIETNAMESE);
        ChosenLanguage.keep(known, request, response);
        return "redirect:" + OwnAddress.of(then);
    }
}
