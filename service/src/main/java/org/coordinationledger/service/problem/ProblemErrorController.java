package org.coordinationledger.service.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Puts into problems what the servlet container or a filter ended with a bare status or an exception. */
@Controller
final class ProblemErrorController implements ErrorController {

    private final ProblemWriter problems;

    ProblemErrorController(ProblemWriter problems) {
        this.problems = problems;
    }

    @RequestMapping("/error")
    void error(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Object failure = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        if (failure instanceof Exception exception) {
            problems.write(exception, request, response);
        } else if (!(status instanceof Integer code) || code == 404) {
            problems.write(new ServiceRejection.UnknownResource(ProblemWriter.path(request)), request, response);
        } else if (code == 401) {
            problems.write(new ServiceRejection.Unauthenticated(), request, response);
        } else if (code == 403) {
            problems.write(new ServiceRejection.AccessDenied(null), request, response);
        } else if (code >= 500) {
            problems.write(new IllegalStateException("ended with status " + code), request, response);
        } else {
            problems.write(Refusals.ofStatus(code), request, response);
        }
    }
}
