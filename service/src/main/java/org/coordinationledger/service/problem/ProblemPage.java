package org.coordinationledger.service.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * A page in the place of problem+json, for addresses that people open in a browser: also where a request is refused
 * before it reaches what makes pages. Whoever has pages offers one as a bean.
 */
public interface ProblemPage {

    /** Whether a page answers this request. */
    boolean answers(HttpServletRequest request);

    /**
     * Writes the page; status and headers are set.
     *
     * @throws Exception if it cannot be made; problem+json is the answer then
     */
    void write(ProblemWriter.Told told, HttpServletRequest request, HttpServletResponse response) throws Exception;
}
