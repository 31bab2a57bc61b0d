package dev.callautomation.camel.springboot;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.camel.builder.RouteBuilder;
import org.awaitility.Awaitility;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.boot.web.servlet.server.ServletWebServerFactory;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.GenericApplicationContext;

import dev.callautomation.camel.CallAutomationComponent;
import dev.callautomation.camel.CallAutomationConstants;

/** A Spring Boot application with one route for events, on few threads. */
final class TestApplication implements AutoCloseable {

    static final String PATH = "/callautomation/events";
    static final String UPLOAD = "/upload";
    static final String SECRET = "secret-of-event-grid-1";

    /** What is on the class path for some tests only. */
    static final String EXCLUDED = String.join(
            ",",
            "org.apache.camel.component.platform.http.springboot.SpringBootPlatformHttpAutoConfiguration",
            "org.springframework.boot.autoconfigure.security.servlet.SecurityAutoConfiguration",
            "org.springframework.boot.autoconfigure.security.servlet.UserDetailsServiceAutoConfiguration",
            "org.springframework.boot.autoconfigure.security.servlet.SecurityFilterAutoConfiguration",
            "org.springframework.boot.actuate.autoconfigure.security.servlet.ManagementWebSecurityAutoConfiguration");

    static {
        // machines that build are busy
        Awaitility.setDefaultTimeout(Duration.ofMinutes(1));
    }

    private final Queue<String> events = new ConcurrentLinkedQueue<>();
    private final Queue<String> log = new ConcurrentLinkedQueue<>();
    private final AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            if (event.getLevel().isGreaterOrEqual(Level.WARN)) {
                log.add(event.getLevel() + " " + event.getLoggerName() + " " + event.getFormattedMessage()
                        + (event.getThrowableProxy() == null
                                ? ""
                                : " " + ThrowableProxyUtil.asString(event.getThrowableProxy())));
            }
        }
    };
    private final TokenIssuer issuer;
    private final ConfigurableApplicationContext application;
    private int deliveries;

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Beans {}

    private TestApplication(
            Container container, Consumer<CallAutomationComponent> options, Map<String, Object> properties)
            throws IOException {
        issuer = new TokenIssuer();
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--server.tomcat.threads.max=4",
                "--server.undertow.threads.worker=4",
                "--server.undertow.threads.io=2",
                "--spring.autoconfigure.exclude=" + EXCLUDED,
                "--spring.main.banner-mode=off"));
        properties.forEach((name, value) -> arguments.add("--" + name + "=" + value));
        application = new SpringApplicationBuilder(Beans.class)
                .initializers(context -> register((GenericApplicationContext) context, container, options))
                .run(arguments.toArray(String[]::new));
        appender.start();
        ((Logger) LoggerFactory.getLogger("ROOT")).addAppender(appender);
    }

    /** Reads bodies without a limit on the time, as a controller of Spring MVC does. */
    private static final class Upload extends HttpServlet {

        private static final long serialVersionUID = 1L;

        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
            request.getInputStream().readAllBytes();
        }
    }

    private void register(
            GenericApplicationContext context, Container container, Consumer<CallAutomationComponent> options) {
        context.registerBean(ServletWebServerFactory.class, container.factory);
        context.registerBean("callautomation", CallAutomationComponent.class, () -> component(options));
        context.registerBean(
                "upload", ServletRegistrationBean.class, () -> new ServletRegistrationBean<>(new Upload(), UPLOAD));
        context.registerBean(RouteBuilder.class, () -> new RouteBuilder() {
            @Override
            public void configure() {
                from("callautomation:events")
                        .process(exchange -> events.add(
                                exchange.getMessage().getHeader(CallAutomationConstants.EVENT_ID, "", String.class)));
            }
        });
    }

    private CallAutomationComponent component(Consumer<CallAutomationComponent> options) {
        CallAutomationComponent component = new CallAutomationComponent();
        component.getConfiguration().setConnectionString("endpoint=http://localhost:1/;accesskey=c2VjcmV0");
        component.getConfiguration().setResourceId(TokenIssuer.RESOURCE);
        component.getConfiguration().setCallbackIssuer(issuer.address());
        component.getConfiguration().setEventGridSecret(SECRET);
        options.accept(component);
        return component;
    }

    static TestApplication start(Container container) throws IOException {
        return start(container, options -> {}, Map.of());
    }

    static TestApplication start(
            Container container, Consumer<CallAutomationComponent> options, Map<String, Object> properties)
            throws IOException {
        return new TestApplication(container, options, properties);
    }

    int port() {
        return container().getPort();
    }

    WebServer container() {
        return ((ServletWebServerApplicationContext) application).getWebServer();
    }

    ServletContext servletContext() {
        return ((ServletWebServerApplicationContext) application).getServletContext();
    }

    /** The application goes on. */
    void stopContainer() {
        container().stop();
        container().destroy();
    }

    <T> T bean(Class<T> type) {
        return application.getBean(type);
    }

    RawConnection connect() throws IOException {
        return new RawConnection(port());
    }

    TokenIssuer issuer() {
        return issuer;
    }

    /** The ids of the events that the route has received. */
    Queue<String> events() {
        return events;
    }

    /** Warnings and errors since the start. */
    List<String> log() {
        return List.copyOf(log);
    }

    String authorization() {
        return "Authorization: Bearer " + issuer.token();
    }

    static String event(String id) {
        return "[{\"specversion\":\"1.0\",\"id\":\"" + id + "\",\"source\":\"calling/callConnections/c-" + id
                + "\",\"type\":\"Microsoft.Communication.CallConnected\",\"data\":{\"callConnectionId\":\"c-" + id
                + "\",\"serverCallId\":\"s\",\"correlationId\":\"k\"}}]";
    }

    /** The head of a request. */
    static String head(String requestLine, String... headers) {
        return requestLine + " HTTP/1.1\r\nHost: localhost\r\n"
                + (headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n") + "\r\n";
    }

    /** Delivers a new event, as the service does, on a new connection; returns the status. */
    int deliver() throws IOException {
        return deliver(PATH);
    }

    int deliver(String path) throws IOException {
        deliveries++;
        try (RawConnection connection = connect()) {
            String body = event("genuine-" + deliveries);
            connection.send(head(
                            "POST " + path,
                            authorization(),
                            "Content-Type: application/cloudevents-batch+json",
                            "Content-Length: " + body.length())
                    + body);
            return connection.response().status();
        }
    }

    @Override
    public void close() {
        ((Logger) LoggerFactory.getLogger("ROOT")).detachAppender(appender);
        application.close();
        issuer.close();
    }
}
