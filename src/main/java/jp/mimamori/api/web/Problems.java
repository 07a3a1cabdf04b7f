package jp.mimamori.api.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import jp.mimamori.api.json.ProblemJson;
import jp.mimamori.language.Language;
import jp.mimamori.language.Wording;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/** Whatever goes wrong under {@code /api/} is told as a problem (RFC 9457), never as a page. */
@Component
class Problems implements HandlerExceptionResolver, Ordered {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final Wording WORDS = Wording.at("/jp/mimamori/api/web/messages");

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public @Nullable ModelAndView resolveException(HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception e) {
        if (!request.getRequestURI().startsWith(request.getContextPath() + "/api/")) {
            return null;
        }
        try {
            tell(request, response, e);
        } catch (IOException broken) {
            LOG.debug("nobody is there any more", broken);
        }
        return new ModelAndView();
    }

    private void tell(HttpServletRequest request, HttpServletResponse response, Exception e) throws IOException {
        if (e instanceof AccessDeniedException) {
            write(request, response, 403, null);
        } else if (e instanceof ErrorResponse known) {
            known.getHeaders().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
            write(request, response, known.getStatusCode().value(), null);
        } else if (e instanceof IllegalArgumentException || e instanceof org.springframework.beans.TypeMismatchException
                || e instanceof org.springframework.http.converter.HttpMessageNotReadableException) {
            write(request, response, 400, null);
        } else {
            String number = UUID.randomUUID().toString().substring(0, 8);
            LOG.error("{} {} failed: {}", request.getMethod(), request.getRequestURI(), number, e);
            write(request, response, 500, number);
        }
    }

    /** Writes the problem of {@code status}, in the language that was asked for. */
    static void write(HttpServletRequest request, HttpServletResponse response, int status, @Nullable String number) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        String key = WORDS.has("title." + status) ? "" + status : status < 500 ? "400" : "500";
        Language language = language(request);
        response.setStatus(status);
        response.setContentType("application/problem+json");
        response.setHeader("Cache-Control", "no-store");
        response.getOutputStream().write(ProblemJson.write(status, WORDS.text(language, "title." + key), WORDS.text(language, "detail." + key),
                request.getRequestURI(), number).getBytes(StandardCharsets.UTF_8));
        response.flushBuffer();
    }

    static Language language(HttpServletRequest request) {
        return request.getHeader("Accept-Language") == null ? Language.JA : Language.of(request.getLocale());
    }
}
