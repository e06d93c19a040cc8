package org.coordinationledger.service.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
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

    /** Where files are sent to. */
    private static final List<String> UPLOADS = List.of("/api/v1/imports/", "/console/import/");

    private final ProblemWriter problems;
    private final long mostBodyBytes;
    private final long mostUploadBytes;

    /**
     * Bounds bodies.
     *
     * @param mostUploadBytes of the files that records are read from
     */
    RequestFilter(ProblemWriter problems, long mostBodyBytes, long mostUploadBytes) {
        this.problems = problems;
        this.mostBodyBytes = mostBodyBytes;
        this.mostUploadBytes = mostUploadBytes;
    }

    private long most(HttpServletRequest request) {
        String path = request.getRequestURI();
        return UPLOADS.stream().anyMatch(path::startsWith) ? mostUploadBytes : mostBodyBytes;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String id = acceptedOrNew(request.getHeader(Correlation.HEADER));
        MDC.put(Correlation.KEY, id);
        response.setHeader(Correlation.HEADER, id);
        try {
            long mostBytes = most(request);
            if (request.getContentLengthLong() > mostBytes) {
                problems.write(new ServiceRejection.BodyTooLarge(mostBytes), request, response);
            } else {
                chain.doFilter(new BodyLimit(request, mostBytes), response);
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
