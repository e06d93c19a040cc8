package org.coordinationledger.console.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Objects;
import org.coordinationledger.service.problem.ProblemPage;
import org.coordinationledger.service.problem.ProblemWriter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/** The console's page for what is refused before a page is asked for it, as a file that is too large. */
@Component
final class ConsoleProblemPage implements ProblemPage {

    private static final String CONSOLE = "/console";

    private final PageAdvice advice;
    private final ThymeleafViewResolver views;

    ConsoleProblemPage(PageAdvice advice, ThymeleafViewResolver views) {
        this.advice = advice;
        this.views = views;
    }

    /** What scripts of a page ask for is not a page. */
    @Override
    public boolean answers(HttpServletRequest request) {
        String path = request.getRequestURI();
        String accepted = Objects.requireNonNullElse(request.getHeader(HttpHeaders.ACCEPT), "");
        return (path.equals(CONSOLE) || path.startsWith(CONSOLE + "/")) && accepted.contains(MediaType.TEXT_HTML_VALUE);
    }

    /** It shows today, since parameters are in a body that nobody may have read. */
    @Override
    public void write(ProblemWriter.Told told, HttpServletRequest request, HttpServletResponse response)
            throws Exception {
        Page page = advice.page(request, PairOfTimes.NOW);
        Objects.requireNonNull(views.resolveViewName(PageAdvice.PROBLEM, page.language()))
                .render(Map.of("page", page, "told", told), request, response);
    }
}
