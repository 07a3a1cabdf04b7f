package jp.mimamori.service.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Gives every request an id that its answer, its error page and its lines in the log carry. Paths are logged, never what is sent along. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class RequestLog extends OncePerRequestFilter {

    static final String ID = RequestLog.class.getName() + ".id";
    private static final Logger LOG = LoggerFactory.getLogger(RequestLog.class);
    private static final String MDC_KEY = "request";
    private static final int LENGTH = 12;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String id = UUID.randomUUID().toString().replace("-", "").substring(0, LENGTH);
        request.setAttribute(ID, id);
        response.setHeader("X-Request-Id", id);
        MDC.put(MDC_KEY, id);
        long start = System.nanoTime();
        try {
            chain.doFilter(request, response);
        } finally {
            tell(request, response, (System.nanoTime() - start) / 1_000_000);
            MDC.remove(MDC_KEY);
        }
    }

    private static void tell(HttpServletRequest request, HttpServletResponse response, long millis) {
        boolean asset = request.getMethod().equals("GET") && response.getStatus() < 400
                && request.getRequestURI().matches("/(style|script|webjars|actuator)/.*");
        if (!asset && LOG.isInfoEnabled()) {
            Principal who = request.getUserPrincipal();
            LOG.info("{} {} {} {} ms {}", request.getMethod(), request.getRequestURI(), response.getStatus(), millis, who == null ? "-" : who.getName());
        }
    }
}
