package org.coordinationledger.service.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import org.coordinationledger.service.problem.ProblemWriter;
import org.coordinationledger.service.problem.ServiceRejection;
import org.springframework.http.HttpMethod;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets only so many commands and so many reads be under way at a time, and turns the rest away at once with
 * {@link ServiceRejection.Overloaded}: whatever keeps some waiting, a silent database above all, never takes all threads.
 */
final class Admission extends OncePerRequestFilter {

    private static final int RETRY_AFTER_SECONDS = 1;

    private final ProblemWriter problems;
    private final Semaphore commands;
    private final Semaphore reads;

    Admission(ProblemWriter problems, int mostCommands, int mostReads) {
        this.problems = problems;
        this.commands = new Semaphore(mostCommands);
        this.reads = new Semaphore(mostReads);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith("/api/") && !request.getRequestURI().startsWith("/log/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Semaphore places = HttpMethod.POST.matches(request.getMethod()) ? commands : reads;
        if (!places.tryAcquire()) {
            problems.write(new ServiceRejection.Overloaded(RETRY_AFTER_SECONDS), request, response);
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            places.release();
        }
    }
}
