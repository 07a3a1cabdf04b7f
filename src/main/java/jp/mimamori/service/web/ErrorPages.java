package jp.mimamori.service.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** What is answered where something went wrong: a page with what to do and an id that the log has too, or a problem (RFC 9457) for programs. */
@Controller
class ErrorPages implements ErrorController {

    private static final Set<Integer> TOLD = Set.of(400, 401, 403, 404, 405, 409, 413, 429, 503);

    @RequestMapping(path = "/error", produces = MediaType.TEXT_HTML_VALUE)
    Object page(HttpServletRequest request, HttpServletResponse response, Model page) {
        if (path(request).startsWith("/api/")) {
            return problem(request);
        }
        int status = status(request);
        response.setStatus(status);
        String known = TOLD.contains(status) ? String.valueOf(status) : status < 500 ? "400" : "500";
        page.addAttribute("kind", known);
        page.addAttribute("id", request.getAttribute(RequestLog.ID));
        return new ModelAndView("pages/error");
    }

    @RequestMapping("/error")
    ResponseEntity<ProblemDetail> problem(HttpServletRequest request) {
        int status = status(request);
        ProblemDetail problem = ProblemDetail.forStatus(status);
        problem.setInstance(URI.create("urn:mimamori:request:" + request.getAttribute(RequestLog.ID)));
        return ResponseEntity.status(status).contentType(MediaType.APPLICATION_PROBLEM_JSON).body(problem);
    }

    private static String path(HttpServletRequest request) {
        Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return path == null ? "" : path.toString();
    }

    private static int status(HttpServletRequest request) {
        Integer status = code(request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE));
        return status == null ? HttpStatus.NOT_FOUND.value() : status; // nobody comes here of their own accord
    }

    private static @Nullable Integer code(@Nullable Object attribute) {
        return attribute instanceof Integer code && code >= 400 && code < 600 ? code : null;
    }
}
