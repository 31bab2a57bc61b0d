package dev.callautomation.camel.springboot;

import java.util.function.Supplier;

import org.springframework.boot.web.embedded.jetty.JettyServletWebServerFactory;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.embedded.undertow.UndertowServletWebServerFactory;
import org.springframework.boot.web.servlet.server.ServletWebServerFactory;

/** The servlet containers that are tested. All are on the class path. */
enum Container {
    TOMCAT(TomcatServletWebServerFactory::new),
    UNDERTOW(UndertowServletWebServerFactory::new),
    JETTY(JettyServletWebServerFactory::new);

    final Supplier<ServletWebServerFactory> factory;

    Container(Supplier<ServletWebServerFactory> factory) {
        this.factory = factory;
    }
}
