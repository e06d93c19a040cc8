package org.coordinationledger.service.problem;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.coordinationledger.catalogue.EventJson;
import org.coordinationledger.rejection.Rejection;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

/**
 * Writes problem+json (RFC 9457), or the page that stands for it: the only place that does. Type, status and data are the same in every language;
 * title and detail are in the one that the request asks for.
 *
 * <p>Each refusal is logged with its code and data and counted ({@code ledger.refused}, by code).
 */
@Component
public final class ProblemWriter {

    /** Where the types of problems live; what follows is {@link Rejection#code()}. */
    public static final String TYPE_PREFIX = "/problems/";

    private static final Logger LOG = LoggerFactory.getLogger(ProblemWriter.class);
    private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH");
    private static final int LONGEST_INSTANCE = 200;

    private final Messages messages;
    private final LocaleResolver languages;
    private final ObjectProvider<MeterRegistry> meters;
    private final ObjectProvider<ProblemPage> pages;
    private final Refusals refusals = new Refusals();

    ProblemWriter(
            Messages messages,
            LocaleResolver localeResolver,
            ObjectProvider<MeterRegistry> meters,
            ObjectProvider<ProblemPage> pages) {
        this.messages = messages;
        this.languages = localeResolver;
        this.meters = meters;
        this.pages = pages;
    }

    /** Answers with a rejection; for filters and whatever else stands before the controllers. */
    public void write(Rejection rejection, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        write(Refusal.of(rejection), request, response);
    }

    /**
     * Answers with whatever led to an exception: a rejection, a limit of the ledger, a fault of the request that Spring
     * found. Anything else is a fault of the service, of which only an incident number leaves the server.
     *
     * @throws AnswerCutOffException if a part of another answer was sent already
     */
    public void write(Exception failure, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (failure instanceof AnswerCutOffException told) {
            throw told;
        }
        Refusal refusal = refusals.of(failure, WITH_BODY.contains(request.getMethod()));
        write(refusal == null ? incident(failure) : refusal, request, response);
    }

    /**
     * What a page tells people about a failure.
     *
     * @param code the refusal's, as in the type of a problem
     * @param field the field that it is about, or null
     */
    public record Told(int status, String code, String title, String detail, @Nullable String field) {}

    /** The same as {@link #write(Exception, HttpServletRequest, HttpServletResponse)} for a page to say. */
    public Told tell(Exception failure, HttpServletRequest request, Locale language) {
        Refusal found = refusals.of(failure, WITH_BODY.contains(request.getMethod()));
        Refusal refusal = found == null ? incident(failure) : found;
        record(refusal, request);
        return told(refusal, language);
    }

    private Told told(Refusal refusal, Locale language) {
        return new Told(
                refusal.status().value(),
                refusal.rejection().code(),
                messages.text(refusal.messageKey() + ".title", language),
                detail(refusal, refusal.data(), language),
                refusal.field());
    }

    void write(Refusal refusal, HttpServletRequest request, HttpServletResponse response) throws IOException {
        record(refusal, request);
        if (response.isCommitted()) {
            throw new AnswerCutOffException();
        }
        Locale language = languages.resolveLocale(request);
        HttpHeaders headers = refusal.headers();
        response.resetBuffer();
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, null);
        headers.forEach((name, values) -> values.forEach(value -> response.setHeader(name, value)));
        if (refusal.rejection() instanceof ServiceRejection.Later later) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Integer.toString(later.retryAfterSeconds()));
        }
        response.setStatus(refusal.status().value());
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, language.getLanguage());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (!isPage(refusal, request, response, language)) {
            writeJson(refusal, request, response, language);
        }
    }

    private boolean isPage(
            Refusal refusal, HttpServletRequest request, HttpServletResponse response, Locale language)
            throws AnswerCutOffException {
        ProblemPage page = pages.getIfAvailable();
        if (page == null || !page.answers(request)) {
            return false;
        }
        try {
            page.write(told(refusal, language), request, response);
            return true;
        } catch (Exception e) {
            LOG.error("no page could be made for {}", refusal.rejection().code(), e);
            if (response.isCommitted()) {
                throw new AnswerCutOffException();
            }
            response.resetBuffer();
            return false;
        }
    }

    private void writeJson(
            Refusal refusal, HttpServletRequest request, HttpServletResponse response, Locale language)
            throws IOException {
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        byte[] body = EventJson.mapper().writeValueAsBytes(body(refusal, request, language));
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    /** The members of a problem that stands within an answer: those of a problem of its own, without instance. */
    public Map<String, Object> body(Rejection rejection, Locale language) {
        return body(Refusal.of(rejection), null, language);
    }

    /** The problem's members in the order of RFC 9457, then the rejection's data. */
    Map<String, Object> body(Refusal refusal, @Nullable HttpServletRequest request, Locale language) {
        Map<String, Object> data = refusal.data();
        String key = refusal.messageKey();
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", TYPE_PREFIX + refusal.rejection().code());
        body.put("title", messages.text(key + ".title", language));
        body.put("status", refusal.status().value());
        body.put("detail", detail(refusal, data, language));
        if (request != null) {
            body.put("instance", path(request));
        }
        data.forEach((name, value) -> {
            if (!Refusal.STANDARD_MEMBERS.contains(name)) {
                body.put(name, value);
            }
        });
        return body;
    }

    private String detail(Refusal refusal, Map<String, Object> data, Locale language) {
        String detail = messages.text(refusal.messageKey() + ".detail", language, data);
        String field = refusal.field();
        return field == null
                ? detail
                : messages.text("problem-in-field", language, Map.of("field", field, "detail", detail));
    }

    private static Refusal incident(Exception failure) {
        String incident = UUID.randomUUID().toString();
        LOG.atError()
                .setMessage("incident {}")
                .addArgument(incident)
                .addKeyValue("incident", incident)
                .setCause(failure)
                .log();
        return Refusal.of(new ServiceRejection.InternalError(incident));
    }

    private void record(Refusal refusal, HttpServletRequest request) {
        String code = refusal.rejection().code();
        LOG.atInfo()
                .setMessage("refused {} {} with {} {}")
                .addArgument(request.getMethod())
                .addArgument(path(request))
                .addArgument(code)
                .addArgument(refusal.data())
                .addKeyValue("problem", code)
                .addKeyValue("status", refusal.status().value())
                .log();
        MeterRegistry registry = meters.getIfAvailable();
        if (registry != null) {
            registry.counter("ledger.refused", "code", code).increment();
        }
    }

    static String path(HttpServletRequest request) {
        Object original = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        String path = original instanceof String uri ? uri : request.getRequestURI();
        if (path == null) {
            return "";
        }
        return path.length() <= LONGEST_INSTANCE ? path : path.substring(0, LONGEST_INSTANCE);
    }
}
