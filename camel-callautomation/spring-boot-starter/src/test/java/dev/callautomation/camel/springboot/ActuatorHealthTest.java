package dev.callautomation.camel.springboot;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.camel.CamelContext;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.health.HealthCheckRegistry;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.impl.health.AbstractHealthCheck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What the health endpoint of Spring Boot Actuator shows. */
class ActuatorHealthTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Map<String, Object> PROPERTIES = Map.of(
            "management.endpoint.health.show-details", "always",
            "management.endpoint.health.probes.enabled", "true",
            "camel.health.exposure-level", "full");

    /** @param status of the HTTP response */
    private record Health(int status, JsonNode body) {}

    private static Health health(TestApplication application, String path) {
        try {
            HttpResponse<String> response = HTTP.send(
                    HttpRequest.newBuilder(
                                    URI.create("http://127.0.0.1:" + application.port() + "/actuator/health" + path))
                            .timeout(Duration.ofMinutes(1))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            return new Health(response.statusCode(), new ObjectMapper().readTree(response.body()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void awaitReadiness(TestApplication application, int status) {
        await().untilAsserted(() ->
                assertThat(health(application, "/readiness").status()).isEqualTo(status));
    }

    @Test
    void readinessFollowsTheKeyServer() throws Exception {
        try (TestApplication application = TestApplication.start(Container.TOMCAT, options -> {}, PROPERTIES)) {
            awaitReadiness(application, 200);
            JsonNode up = health(application, "").body().at("/components/camelHealth/details");
            assertThat(up.toString())
                    .contains("callautomation-callback", "callautomation-keys")
                    .contains(application.issuer().address())
                    .doesNotContain(TestApplication.SECRET, "c2VjcmV0");

            application.issuer().stop();
            awaitReadiness(application, 503);
            assertThat(health(application, "/liveness").status()).isEqualTo(200);
            assertThat(health(application, "/readiness").body().toString())
                    .contains(
                            "The keys of " + application.issuer().address() + " cannot be fetched: Connection refused");

            application.issuer().start();
            awaitReadiness(application, 200);
        }
    }

    @Test
    void readinessFollowsTheRoute() throws Exception {
        try (TestApplication application = TestApplication.start(Container.TOMCAT, options -> {}, PROPERTIES)) {
            awaitReadiness(application, 200);
            CamelContext camel = application.bean(CamelContext.class);
            String route = camel.getRoutes().get(0).getRouteId();
            camel.getRouteController().suspendRoute(route);
            assertThat(health(application, "/readiness").status()).isEqualTo(503);
            assertThat(health(application, "").body().toString()).contains("events for the routes [" + route + "]");
            camel.getRouteController().resumeRoute(route);
            assertThat(health(application, "/readiness").status()).isEqualTo(200);
        }
    }

    @Test
    void aCheckIsExcludedByTheConfigurationOfCamel() throws Exception {
        try (TestApplication application = TestApplication.start(
                Container.TOMCAT,
                options -> {},
                Map.of(
                        "management.endpoint.health.probes.enabled", "true",
                        "camel.health.exclude-pattern", "callautomation-*,route*"))) {
            String route =
                    application.bean(CamelContext.class).getRoutes().get(0).getRouteId();
            application.bean(CamelContext.class).getRouteController().suspendRoute(route);
            awaitReadiness(application, 200);
        }
    }

    @Test
    void aReadinessGroupOfTheApplicationStaysAsItIs() throws Exception {
        try (TestApplication application = TestApplication.start(
                Container.TOMCAT,
                options -> {},
                Map.of(
                        "management.endpoint.health.probes.enabled", "true",
                        "management.endpoint.health.group.readiness.include", "readinessState"))) {
            String route =
                    application.bean(CamelContext.class).getRoutes().get(0).getRouteId();
            application.bean(CamelContext.class).getRouteController().suspendRoute(route);
            awaitReadiness(application, 200);
            assertThat(health(application, "").status()).isEqualTo(503);
        }
    }

    @Test
    void theCheckOfKeysIsExcludedByAProperty() throws Exception {
        try (TestApplication application = TestApplication.start(
                Container.TOMCAT,
                options -> options.getConfiguration().setCallbackIssuer("http://127.0.0.1:1"),
                Map.of(
                        "management.endpoint.health.probes.enabled", "true",
                        "management.endpoint.health.show-details", "always",
                        "camel.health.exposure-level", "full",
                        "camel.health.exclude-pattern", "callautomation-keys"))) {
            awaitReadiness(application, 200);
            assertThat(health(application, "")
                            .body()
                            .at("/components/camelHealth/details")
                            .toString())
                    .contains("callautomation-callback");
        }
    }

    @ParameterizedTest
    @EnumSource(Container.class)
    void aContainerThatHasClosedServesNoPath(Container container) throws Exception {
        try (TestApplication application = TestApplication.start(container, options -> {}, PROPERTIES)) {
            CamelContext camel = application.bean(CamelContext.class);
            assertThat(callback(camel).getState()).isEqualTo(HealthCheck.State.UP);
            application.stopContainer();
            assertThat(callback(camel).getState()).isEqualTo(HealthCheck.State.DOWN);
            assertThat(callback(camel).getMessage())
                    .hasValueSatisfying(message -> assertThat(message).contains("does not run"));
        }
    }

    private static HealthCheck.Result callback(CamelContext camel) {
        return HealthCheckHelper.invoke(camel, "callautomation-callback", Map.of())
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "management.endpoint.health.group.readiness.exclude, camelHealth",
        "management.endpoint.health.group.readiness.exclude[0], callAutomation",
        "management.health.callautomation.enabled, false",
        "management.health.defaults.enabled, false",
        "camel.health.enabled, false"
    })
    void theReadinessProbeOfTheApplicationIsNotChanged(String property, String value) throws Exception {
        try (TestApplication application = TestApplication.start(
                Container.TOMCAT,
                options -> {},
                Map.of("management.endpoint.health.probes.enabled", "true", property, value))) {
            CamelContext camel = application.bean(CamelContext.class);
            camel.getRouteController().suspendRoute(camel.getRoutes().get(0).getRouteId());
            assertThat(health(application, "/readiness").body().toString())
                    .doesNotContain("callAutomation", "callautomation-callback");
            if (!property.contains("group")) {
                assertThat(health(application, "/readiness").status()).isEqualTo(200);
            }
        }
    }

    @Test
    void checksOfOthersDoNotJoinTheReadinessProbe() throws Exception {
        try (TestApplication application = TestApplication.start(Container.TOMCAT, options -> {}, PROPERTIES)) {
            HealthCheckRegistry.get(application.bean(CamelContext.class))
                    .register(new AbstractHealthCheck("test", "other") {
                        @Override
                        protected void doCall(HealthCheckResultBuilder result, Map<String, Object> options) {
                            result.down();
                        }
                    });
            awaitReadiness(application, 200);
            assertThat(health(application, "/readiness").body().toString())
                    .contains("callautomation-callback", "callautomation-keys")
                    .doesNotContain("other", "camelHealth", TestApplication.SECRET, "c2VjcmV0");
            assertThat(health(application, "").status()).isEqualTo(503);
            assertThat(health(application, "")
                            .body()
                            .at("/components/callAutomation/status")
                            .asText())
                    .isEqualTo("UP");
        }
    }

    @Test
    void theReasonIsADetailOfTheComponent() throws Exception {
        try (TestApplication application = TestApplication.start(
                Container.TOMCAT,
                options -> {},
                Map.of(
                        "management.endpoint.health.show-details", "always",
                        "management.endpoint.health.probes.enabled", "true"))) {
            awaitReadiness(application, 200);
            CamelContext camel = application.bean(CamelContext.class);
            camel.getRouteController().suspendRoute(camel.getRoutes().get(0).getRouteId());
            assertThat(health(application, "/readiness")
                            .body()
                            .at("/components/callAutomation/details/callautomation-callback/reason")
                            .asText())
                    .startsWith("No or not all events can be received");
        }
    }
}
