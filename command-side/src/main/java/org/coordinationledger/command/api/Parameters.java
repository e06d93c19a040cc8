package org.coordinationledger.command.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.TreeSet;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.service.problem.ServiceRejection;

/** The parameters of a request's address. */
final class Parameters {

    private Parameters() {}

    /** Refuses a parameter that means nothing here: whoever mistypes one must not get something else than they asked for. */
    static void requireKnown(HttpServletRequest request, String... known) {
        List<String> allowed = List.of(known);
        for (String name : new TreeSet<>(request.getParameterMap().keySet())) {
            if (!allowed.contains(name)) {
                throw new RejectedException(
                        new ServiceRejection.UnknownParameter(CommandController.excerpt(name), allowed));
            }
        }
    }
}
