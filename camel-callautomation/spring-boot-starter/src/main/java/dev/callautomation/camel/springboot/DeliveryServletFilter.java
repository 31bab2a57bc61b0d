package dev.callautomation.camel.springboot;

import java.io.IOException;
import java.util.Optional;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import dev.callautomation.camel.internal.ingress.DeliveryHandler;

/** Serves the callback path. Other requests go on to the application. */
final class DeliveryServletFilter implements Filter {

    private final ServletDeliveryServer server;

    DeliveryServletFilter(ServletDeliveryServer server) {
        this.server = server;
    }

    @Override
    public void init(FilterConfig config) {
        server.containerRuns(true);
    }

    @Override
    public void destroy() {
        server.containerRuns(false);
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request instanceof HttpServletRequest http && response instanceof HttpServletResponse answer) {
            Optional<DeliveryHandler> handler = server.handler(path(http));
            if (handler.isPresent()) {
                ServletDeliveryRequest delivery =
                        new ServletDeliveryRequest(http, answer, handler.get().limits(), server.timer());
                try {
                    handler.get().handle(delivery);
                } finally {
                    delivery.leave();
                }
                return;
            }
        }
        chain.doFilter(request, response);
    }

    private static String path(HttpServletRequest request) {
        return request.getPathInfo() == null
                ? request.getServletPath()
                : request.getServletPath() + request.getPathInfo();
    }
}
