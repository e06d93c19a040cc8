package org.coordinationledger.service.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.coordinationledger.service.problem.ProblemWriter;
import org.coordinationledger.service.problem.ServiceRejection;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The outermost filter: gives the request its correlation id, bounds its body, and puts into a problem what nothing
 * further in has.
 */
final class RequestFilter extends OncePerRequestFilter {

    private final ProblemWriter problems;
    private final long mostBodyBytes;

    RequestFilter(ProblemWriter problems, long mostBodyBytes) {
        this.problems = problems;
        this.mostBodyBytes = mostBodyBytes;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String id = acceptedOrNew(request.getHeader(Correlation.HEADER));
        MDC.put(Correlation.KEY, id);
        response.setHeader(Correlation.HEADER, id);
        try {
            if (request.getContentLengthLong() > mostBodyBytes) {
                problems.write(new ServiceRejection.BodyTooLarge(mostBodyBytes), request, response);
            } else {
                chain.doFilter(new BodyLimit(request, mostBodyBytes), response);
            }
        } catch (RuntimeException | ServletException e) {
            problems.write(e, request, response);
        } finally {
            MDC.remove(Correlation.KEY);
        }
    }

    private static String acceptedOrNew(@Nullable String given) {
        return given != null && given.matches("[A-Za-z0-9-]{8,64}")
                ? given
                : UUID.randomUUID().toString();
    }
}
