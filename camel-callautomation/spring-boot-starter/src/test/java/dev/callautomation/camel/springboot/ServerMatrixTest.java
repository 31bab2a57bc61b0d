package dev.callautomation.camel.springboot;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.embedded.undertow.UndertowDeploymentInfoCustomizer;
import org.springframework.boot.web.embedded.undertow.UndertowServletWebServerFactory;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.boot.web.servlet.server.ServletWebServerFactory;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

import dev.callautomation.camel.CallAutomationConstants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * An application that is configured by properties alone, with Spring Security as it is by default, and with the actuator on a
 * port of its own.
 */
class ServerMatrixTest {

    private static final String EVENTS = "/app" + TestApplication.PATH;
    private static final String KEY = "c2VjcmV0LW9mLW91cnM=";

    private final HttpClient client = HttpClient.newHttpClient();
    private final Queue<String> events = new ConcurrentLinkedQueue<>();
    private final Queue<String> warnings = new ConcurrentLinkedQueue<>();
    private ConfigurableApplicationContext application;

    @ParameterizedTest
    @CsvSource({"TOMCAT, true, true", "TOMCAT, false, false", "UNDERTOW, true, true", "JETTY, true, true"})
    void anApplicationThatIsSecuredReceivesEvents(Container container, boolean platformHttp, boolean lazy)
            throws Exception {
        AppenderBase<ILoggingEvent> log = log();
        try (TokenIssuer issuer = new TokenIssuer();
                ConfigurableApplicationContext started = start(container, issuer, platformHttp, lazy, false)) {
            application = started;
            verifyDeliveries(issuer);
            verifyOtherPaths();
            verifyActuator();
        } finally {
            detach(log);
        }
        assertThat(warnings).isEmpty();
    }

    /** Spring Boot ignores the property on Java 17. */
    @ParameterizedTest
    @EnumSource(Container.class)
    void threadsOfTheContainerMayBeVirtual(Container container) throws Exception {
        try (TokenIssuer issuer = new TokenIssuer();
                ConfigurableApplicationContext started = start(container, issuer, false, false, true)) {
            application = started;
            HttpResponse<String> thread = client.send(
                    request("server", "/app/thread")
                            .header("Authorization", operator())
                            .build(),
                    BodyHandlers.ofString());
            // Spring Boot ignores the property before Java 21
            assertThat(thread.body()).startsWith(Runtime.version().feature() < 21 ? "Thread[" : "VirtualThread[");
            verifyDeliveries(issuer);
        }
    }

    /** Responds with the name of the thread of its request. */
    private static final class ThreadName extends HttpServlet {

        private static final long serialVersionUID = 1L;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.getWriter().print(Thread.currentThread());
        }
    }

    private ConfigurableApplicationContext start(
            Container container, TokenIssuer issuer, boolean platformHttp, boolean lazy, boolean virtualThreads) {
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--server.servlet.context-path=/app",
                "--management.server.port=0",
                "--management.endpoints.web.exposure.include=*",
                "--management.endpoint.env.show-values=ALWAYS",
                "--management.endpoint.configprops.show-values=ALWAYS",
                "--spring.security.user.name=operator",
                "--spring.security.user.password=password",
                "--spring.main.lazy-initialization=" + lazy,
                "--spring.threads.virtual.enabled=" + virtualThreads,
                "--spring.main.banner-mode=off",
                "--camel.component.callautomation.connection-string=endpoint=http://localhost:1/;accesskey=" + KEY,
                "--camel.component.callautomation.resource-id=" + TokenIssuer.RESOURCE,
                "--camel.component.callautomation.callback-issuer=" + issuer.address()));
        if (!platformHttp) {
            arguments.add("--spring.autoconfigure.exclude="
                    + "org.apache.camel.component.platform.http.springboot.SpringBootPlatformHttpAutoConfiguration");
        }
        return new SpringApplicationBuilder(TestApplication.Beans.class)
                .initializers(context -> register((GenericApplicationContext) context, container))
                .run(arguments.toArray(String[]::new));
    }

    private void register(GenericApplicationContext context, Container container) {
        context.registerBean(ServletWebServerFactory.class, () -> factory(context, container));
        context.registerBean(
                "thread",
                ServletRegistrationBean.class,
                () -> new ServletRegistrationBean<>(new ThreadName(), "/thread"));
        context.registerBean(RouteBuilder.class, () -> new RouteBuilder() {
            @Override
            public void configure() {
                from("callautomation:events")
                        .process(exchange -> events.add(
                                exchange.getMessage().getHeader(CallAutomationConstants.EVENT_ID, "", String.class)));
            }
        });
    }

    private static ServletWebServerFactory factory(GenericApplicationContext context, Container container) {
        ServletWebServerFactory factory = container.factory.get();
        if (factory instanceof UndertowServletWebServerFactory undertow) {
            // as the auto-configuration of Spring Boot does; others are customized by it here, too
            undertow.addDeploymentInfoCustomizers(context.getBeanProvider(UndertowDeploymentInfoCustomizer.class)
                    .orderedStream()
                    .toArray(UndertowDeploymentInfoCustomizer[]::new));
        }
        return factory;
    }

    private void verifyDeliveries(TokenIssuer issuer) throws Exception {
        assertThat(status(request("server", EVENTS)
                        .header("Authorization", "Bearer " + issuer.token())
                        .header("Content-Type", "application/cloudevents-batch+json")
                        .POST(BodyPublishers.ofString(TestApplication.event("genuine")))))
                .isEqualTo(200);
        await().untilAsserted(() -> assertThat(events).containsExactly("genuine"));
        for (String type :
                List.of("application/x-www-form-urlencoded", "application/json", "multipart/form-data; boundary=x")) {
            assertThat(status(request("server", EVENTS)
                            .header("Content-Type", type)
                            .POST(BodyPublishers.ofString("a=b"))))
                    .as(type)
                    .isEqualTo(401);
        }
        // what authenticates a user of the application does not authenticate the service
        assertThat(status(request("server", EVENTS)
                        .header("Authorization", operator())
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("[]"))))
                .isEqualTo(401);
    }

    private void verifyOtherPaths() throws Exception {
        assertThat(status(request("server", "/app/other"))).isEqualTo(401);
        assertThat(status(request("server", "/app/other").header("Authorization", operator())))
                .isEqualTo(404);
        assertThat(status(request("server", TestApplication.PATH).POST(BodyPublishers.ofString("[]"))))
                .isNotEqualTo(200);
    }

    private void verifyActuator() throws Exception {
        assertThat(status(request("management", "/actuator/env"))).isEqualTo(401);
        for (String endpoint : List.of("/actuator/env", "/actuator/configprops", "/actuator/beans")) {
            HttpResponse<String> response = client.send(
                    request("management", endpoint)
                            .header("Authorization", operator())
                            .build(),
                    BodyHandlers.ofString());
            assertThat(response.statusCode()).as(endpoint).isEqualTo(200);
            assertThat(response.body()).as(endpoint).doesNotContain(KEY).isNotEmpty();
        }
        assertThat(status(request("management", TestApplication.PATH)
                        .header("Authorization", operator())
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("[]"))))
                .as("the callback path is not on the port of the actuator")
                .isNotIn(200, 500);
    }

    private static String operator() {
        return "Basic " + Base64.getEncoder().encodeToString("operator:password".getBytes(StandardCharsets.UTF_8));
    }

    private HttpRequest.Builder request(String server, String path) {
        return HttpRequest.newBuilder(URI.create(
                "http://127.0.0.1:" + application.getEnvironment().getProperty("local." + server + ".port") + path));
    }

    private int status(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.discarding()).statusCode();
    }

    private AppenderBase<ILoggingEvent> log() {
        AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {
            @Override
            protected void append(ILoggingEvent event) {
                if (event.getLevel().isGreaterOrEqual(Level.WARN) && application != null) {
                    warnings.add(event.getLoggerName() + " " + event.getFormattedMessage());
                }
            }
        };
        appender.start();
        ((Logger) LoggerFactory.getLogger("ROOT")).addAppender(appender);
        return appender;
    }

    private static void detach(AppenderBase<ILoggingEvent> appender) {
        ((Logger) LoggerFactory.getLogger("ROOT")).detachAppender(appender);
    }
}
