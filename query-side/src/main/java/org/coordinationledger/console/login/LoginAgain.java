package org.coordinationledger.console.login;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Asks for a login where one is missing or over, and goes on where somebody was. What was typed into a form goes with the
 * question and comes back into the form, which is never sent by itself.
 */
final class LoginAgain {

    /** Where to go on: a path of the console with its query. */
    static final String THEN = "then";

    /** Before the name of what was typed into a form. */
    static final String TYPED = "typed.";

    private static final String START = "/console";
    private static final String FAILED = "loginFailed";

    /** Asks who is there. */
    void ask(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException, ServletException {
        if (HttpMethod.GET.matches(request.getMethod()) || HttpMethod.HEAD.matches(request.getMethod())) {
            String query = request.getQueryString();
            response.sendRedirect(ConsoleSecurity.asking(request.getRequestURI() + (query == null ? "" : "?" + query)));
            return;
        }
        Map<String, String[]> typed = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, values) -> typed.put(TYPED + name, values));
        typed.put(THEN, new String[] {request.getRequestURI()});
        show(request, response, typed);
    }

    /** A form without its token: either the login is over, or it was not a page of ours. */
    void denied(HttpServletRequest request, HttpServletResponse response, AccessDeniedException failure)
            throws IOException, ServletException {
        Authentication login = SecurityContextHolder.getContext().getAuthentication();
        if (login == null || !login.isAuthenticated()) {
            ask(request, response, null);
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    /** Asks once more, with all that was brought along. */
    void failed(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException, ServletException {
        request.setAttribute(FAILED, true);
        show(request, response, request.getParameterMap());
    }

    /** Goes on: to the page that was asked for, or back into the form with all that was typed. */
    void goOn(HttpServletRequest request, HttpServletResponse response, Authentication login)
            throws IOException, ServletException {
        String then = then(request.getParameter(THEN));
        Map<String, String[]> typed = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, values) -> {
            if (name.startsWith(TYPED)) {
                typed.put(name.substring(TYPED.length()), values);
            }
        });
        if (typed.isEmpty()) {
            response.sendRedirect(then);
        } else {
            new AsGet(request, then, typed).forward(response);
        }
    }

    private static void show(HttpServletRequest request, HttpServletResponse response, Map<String, String[]> parameters)
            throws IOException, ServletException {
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        new AsGet(request, ConsoleSecurity.LOGIN, parameters).forward(response);
    }

    /** Only ever leads to a page of the console. */
    static String then(@Nullable String asked) {
        boolean ours = asked != null && (asked.equals(START) || asked.startsWith(START + "/") || asked.startsWith(START + "?"))
                && !asked.contains("\\") && asked.chars().allMatch(c -> c > ' ' && c < 127);
        return ours ? asked : START;
    }

    /** A request for a page with these parameters, whatever led to it. */
    private static final class AsGet extends HttpServletRequestWrapper {

        private final String path;
        private final Map<String, String[]> parameters;

        AsGet(HttpServletRequest request, String path, Map<String, String[]> parameters) {
            super(request);
            this.path = path;
            this.parameters = Collections.unmodifiableMap(parameters);
        }

        void forward(HttpServletResponse response) throws ServletException, IOException {
            getRequestDispatcher(path).forward(this, response);
        }

        @Override
        public String getMethod() {
            return HttpMethod.GET.name();
        }

        @Override
        public @Nullable String getParameter(String name) {
            String[] values = parameters.get(name);
            return values == null ? null : values[0];
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            return parameters;
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return Collections.enumeration(parameters.keySet());
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            return parameters.get(name);
        }
    }
}
