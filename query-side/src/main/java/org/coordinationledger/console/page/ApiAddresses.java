package org.coordinationledger.console.page;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.service.problem.ServiceRejection;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The API's reads for whoever is logged in to the console: files to download, and whatever a page asks for. */
@Controller
final class ApiAddresses {

    private static final String UNDER_CONSOLE = "/console";

    @GetMapping("/console/api/**")
    void read(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        request.getRequestDispatcher(request.getRequestURI().substring(UNDER_CONSOLE.length()))
                .forward(request, response);
    }

    /** An address that leads nowhere. */
    @GetMapping("/console/**")
    String nowhere(HttpServletRequest request) {
        throw new RejectedException(new ServiceRejection.UnknownResource(request.getRequestURI()));
    }
}
