package org.coordinationledger.service.web;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.coordinationledger.service.problem.ProblemWriter;
import org.coordinationledger.service.problem.ServiceRejection;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Puts into problems what Tomcat refuses before any filter sees it: addresses, headers and protocols that it cannot read.
 */
final class ProblemValve extends ErrorReportValve {

    private final ProblemWriter problems;

    ProblemValve(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        HttpStatus status = HttpStatus.resolve(response.getStatus());
        try {
            if (response.getStatus() >= 500 && failure instanceof Exception exception) {
                problems.write(exception, request, response);
            } else {
                problems.write(
                        new ServiceRejection.BadRequest(status == null ? HttpStatus.BAD_REQUEST : status),
                        request,
                        response);
            }
            response.finishResponse();
        } catch (IOException | IllegalStateException e) {
            containerLog.debug("the client went away", e);
        }
    }
}
