package org.coordinationledger.console.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.service.identity.ActorProvider;
import org.coordinationledger.service.problem.Messages;
import org.coordinationledger.service.problem.ProblemWriter;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.ModelAndView;

/** Gives every page of the console what it is made with, and every failure a page that says what to do next. */
@ControllerAdvice("org.coordinationledger.console")
@Order(Ordered.HIGHEST_PRECEDENCE)
final class PageAdvice {

    static final String PROBLEM = "console/problem";

    private final Messages messages;
    private final LocaleResolver languages;
    private final ActorProvider actors;
    private final ProblemWriter problems;
    private final Reading reading;

    PageAdvice(
            Messages messages,
            LocaleResolver languages,
            ActorProvider actors,
            ProblemWriter problems,
            Reading reading) {
        this.messages = messages;
        this.languages = languages;
        this.actors = actors;
        this.problems = problems;
        this.reading = reading;
    }

    @ModelAttribute("page")
    Page page(HttpServletRequest request) {
        return page(request, PairOfTimes.of(request));
    }

    Page page(HttpServletRequest request, PairOfTimes times) {
        Locale language = languages.resolveLocale(request);
        String query = request.getQueryString();
        String address = request.getRequestURI() + (query == null ? "" : "?" + query);
        return new Page(messages, language, actor(), reading::organisationOf, address, times);
    }

    private @Nullable Actor actor() {
        Authentication login = SecurityContextHolder.getContext().getAuthentication();
        return login == null ? null : actors.actorOf(login).orElse(null);
    }

    @ExceptionHandler
    ModelAndView failed(Exception failure, HttpServletRequest request, HttpServletResponse response) throws Exception {
        if (response.isCommitted()) {
            throw failure;
        }
        Page page = page(request);
        ProblemWriter.Told told = problems.tell(failure, request, page.language());
        ModelAndView shown = new ModelAndView(PROBLEM);
        shown.setStatus(HttpStatus.valueOf(told.status()));
        shown.addObject("page", page);
        shown.addObject("told", told);
        return shown;
    }
}
