package dev.callautomation.camel.springboot;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The actuator serves the meters of the component, with nothing to be configured for them. */
class PrometheusTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @Test
    void theActuatorServesTheMeters() throws Exception {
        try (TestApplication application = TestApplication.start(
                Container.TOMCAT, options -> {}, Map.of("management.endpoints.web.exposure.include", "prometheus"))) {
            assertThat(application.deliver()).isEqualTo(200);
            assertThat(application.deliver()).isEqualTo(200);
            Awaitility.await()
                    .untilAsserted(() -> assertThat(scrape(application).lines())
                            .anySatisfy(line -> assertThat(line)
                                    .startsWith("camel_callautomation_deliveries_total{")
                                    .contains("component=\"callautomation\"", "result=\"accepted\"")
                                    .endsWith("} 2.0"))
                            .anySatisfy(line -> assertThat(line)
                                    .startsWith("camel_callautomation_events_total{")
                                    .contains("eventType=\"CallConnected\"")
                                    .endsWith("} 2.0"))
                            .anySatisfy(line -> assertThat(line).startsWith("camel_callautomation_events_inflight{")));
        }
    }

    private static String scrape(TestApplication application) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + application.port() + "/actuator/prometheus"))
                .timeout(Duration.ofMinutes(1))
                .build();
        return HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }
}
