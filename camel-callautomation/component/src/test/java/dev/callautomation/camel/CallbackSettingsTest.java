package dev.callautomation.camel;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import org.apache.camel.Route;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServerConfiguration;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.RoutePolicySupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The callback path and its secrets: shared by consumers, changed while the application runs, below a path of the server. */
class CallbackSettingsTest {

    private static final String OLD = "the-secret-of-yesterday";
    private static final String NEW = "the-secret-of-tomorrow";
    private static final String PATH = "/callautomation/events";

    @RegisterExtension
    static final WireMockExtension SERVICE = WireMockExtension.newInstance()
            .options(WireMockConfiguration.wireMockConfig().dynamicPort())
            .build();

    private final DefaultCamelContext context = new DefaultCamelContext();
    private final VertxPlatformHttpServerConfiguration server = new VertxPlatformHttpServerConfiguration();
    private final CallAutomationComponent component = component();

    private static CallAutomationComponent component() {
        CallAutomationComponent component = new CallAutomationComponent();
        component
                .getConfiguration()
                .setConnectionString("endpoint=http://localhost:" + SERVICE.getPort() + ";accesskey=c2VjcmV0");
        component.getConfiguration().setEventGridSecret(OLD);
        return component;
    }

    @BeforeEach
    void prepare() throws Exception {
        server.setBindHost("127.0.0.1");
        server.setBindPort(0);
        context.addService(new VertxPlatformHttpServer(server));
        context.addComponent("callautomation", component);
        SERVICE.stubFor(any(anyUrl())
                .willReturn(aResponse()
                        .withStatus(201)
                        .withHeader("Content-Type", "application/json")
                        .withBody("{\"callConnectionId\":\"c1\"}")));
    }

    @AfterEach
    void stop() {
        QuickStop.prepare(context);
        context.stop();
    }

    private void route(String id, String options) throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("callautomation:events?type=IncomingCall" + options)
                        .routeId(id)
                        .to("log:events?level=DEBUG");
            }
        });
    }

    private void remove(String id) throws Exception {
        context.getRouteController().stopRoute(id);
        assertThat(context.removeRoute(id)).isTrue();
    }

    private int deliver(String path, String secret) {
        int port = context.hasService(VertxPlatformHttpServer.class).getPort();
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path + "?code=" + secret))
                .timeout(Duration.ofMinutes(1))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"id\":\"1\",\"type\":\"Microsoft.Communication.IncomingCall\","
                                + "\"source\":\"s\",\"specversion\":\"1.0\",\"data\":{\"incomingCallContext\":\"c\"}}"))
                .build();
        return EventTestSupport.HTTP
                .sendAsync(request, HttpResponse.BodyHandlers.discarding())
                .join()
                .statusCode();
    }

    @Test
    void aSecretThatTheComponentGetsHoldsForRoutesThatAreAddedAfterIt() throws Exception {
        route("one", "");
        context.start();
        assertThat(deliver(PATH, OLD)).isEqualTo(200);

        component.getConfiguration().setEventGridSecret(NEW);
        remove("one");
        route("one", "");

        assertThat(deliver(PATH, NEW)).isEqualTo(200);
        assertThat(deliver(PATH, OLD)).isEqualTo(401);
    }

    @Test
    void bothSecretsAreValidUntilTheLastRouteIsChanged() throws Exception {
        route("one", "");
        route("other", "");
        context.start();

        component.getConfiguration().setEventGridSecret(NEW);
        remove("one");
        route("one", "");
        assertThat(deliver(PATH, NEW)).isEqualTo(200);
        assertThat(deliver(PATH, OLD)).isEqualTo(200);

        remove("other");
        route("other", "");
        assertThat(deliver(PATH, NEW)).isEqualTo(200);
        assertThat(deliver(PATH, OLD)).isEqualTo(401);
    }

    @Test
    void theLastConsumerThatLeavesFreesThePath() throws Exception {
        route("one", "");
        context.start();
        remove("one");
        assertThat(deliver(PATH, OLD)).isEqualTo(404);

        CallAutomationComponent other = component();
        context.addComponent("other", other);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("other:events").to("log:events?level=DEBUG");
            }
        });
        assertThat(deliver(PATH, OLD)).isEqualTo(200);
    }

    @Test
    void settingsOfAStoppedRouteDoNotBindOthers() throws Exception {
        route("one", "&clockSkew=1000");
        route("other", "&clockSkew=1000");
        context.start();
        context.getRouteController().stopRoute("one");
        context.getRouteController().stopRoute("other");
        assertThat(context.removeRoute("other")).isTrue();
        route("third", "&clockSkew=2000");
        // the route "one" is configured and stopped
        assertThat(deliver(PATH, OLD)).isEqualTo(503);
        assertThat(context.removeRoute("one")).isTrue();
        assertThat(deliver(PATH, OLD)).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "clockSkew=1000, clockSkew",
        "eventGridAllowedOrigins=example.com, eventGridAllowedOrigins",
        "resourceId=7f4b7a2e-3c55-4d3f-9a51-0c6f1f2d8b10, resourceId",
        "callbackAuthentication=NONE, callbackAuthentication"
    })
    void consumersThatDisagreeSayInWhich(String option, String named) throws Exception {
        route("one", "");
        route("other", "&" + option);
        assertThatThrownBy(context::start).hasStackTraceContaining("differ in " + named + ";");
    }

    @Test
    void twoComponentsOnOnePathAreRefused() throws Exception {
        context.addComponent("second", component());
        route("one", "");
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("second:events").to("log:events?level=DEBUG");
            }
        });
        assertThatThrownBy(context::start)
                .hasStackTraceContaining("The components callautomation and second have the same callbackPath " + PATH);
    }

    @Test
    void twoComponentsOnTwoPathsAreServed() throws Exception {
        CallAutomationComponent second = component();
        second.setCallbackPath("/second/events");
        context.addComponent("second", second);
        route("one", "");
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("second:events").to("log:events?level=DEBUG");
            }
        });
        context.start();
        assertThat(deliver(PATH, OLD)).isEqualTo(200);
        assertThat(deliver("/second/events", OLD)).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "/api,https://contact.example.com,https://contact.example.com/api/callautomation/events",
        "/api/,https://contact.example.com/,https://contact.example.com/api/callautomation/events",
        "/,https://contact.example.com,https://contact.example.com/callautomation/events",
        "/api,https://contact.example.com/public/path,https://contact.example.com/public/path"
    })
    void aCallbackUriIsCompletedWithThePathOfTheServer(String serverPath, String configured, String sent)
            throws Exception {
        server.setPath(serverPath);
        component.getConfiguration().setCallbackUri(configured);
        route("one", "");
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:call")
                        .to(
                                "callautomation:createCall?target=RAW(+18005550199)&sourceCallerIdNumber=RAW(+18005550100)");
            }
        });
        context.start();
        context.createProducerTemplate().sendBody("direct:call", null);
        SERVICE.verify(
                postRequestedFor(anyUrl()).withRequestBody(matchingJsonPath("$[?(@.callbackUri=='" + sent + "')]")));
        String path = serverPath.equals("/") ? PATH : "/api" + PATH;
        assertThat(deliver(path, OLD)).isEqualTo(200);
    }

    @Test
    void deliveriesAreToBeRepeatedWhileRoutesBeforeTheConsumersStart() throws Exception {
        AtomicInteger answer = new AtomicInteger();
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:slow")
                        .startupOrder(1)
                        .routePolicy(new RoutePolicySupport() {
                            @Override
                            public void onStart(Route route) {
                                answer.set(deliver(PATH, OLD));
                            }
                        })
                        .to("log:slow");
                from("callautomation:events").startupOrder(2).to("log:events?level=DEBUG");
            }
        });
        context.start();
        assertThat(answer).hasValue(503);
        assertThat(deliver(PATH, OLD)).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"/cb, /cb/, false, false", "/cb, /cb/x, true, false", "/cb/x, /cb, false, true"})
    void pathsThatOverlapAreRefused(String one, String other, boolean belowOne, boolean belowOther) throws Exception {
        component.setCallbackPath(one);
        component.setCallbackSubPaths(belowOne);
        CallAutomationComponent second = component();
        second.setCallbackPath(other);
        second.setCallbackSubPaths(belowOther);
        context.addComponent("second", second);
        route("one", "");
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("second:events").to("log:events?level=DEBUG");
            }
        });
        assertThatThrownBy(context::start).hasStackTraceContaining("The components callautomation and second");
    }

    @Test
    void connectionsAreLimitedUntilTheLastOfTwoComponentsHasGone() throws Exception {
        CallAutomationComponent second = component();
        second.setCallbackPath("/second/events");
        second.setHeadTimeout(1_000);
        component.setHeadTimeout(1_000);
        context.addComponent("second", second);
        route("one", "");
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("second:events").to("log:events?level=DEBUG");
            }
        });
        context.start();
        remove("one");
        int port = context.hasService(VertxPlatformHttpServer.class).getPort();
        try (RawSender sender = new RawSender(URI.create("http://127.0.0.1:" + port + "/second/events"))) {
            assertThat(sender.isClosedByPeer()).isTrue();
        }
    }

    @Test
    void pathsBelowAreServedByOption() throws Exception {
        component.setCallbackSubPaths(true);
        route("one", "");
        context.start();
        assertThat(deliver(PATH, OLD)).isEqualTo(200);
        assertThat(deliver(PATH + "/4711", OLD)).isEqualTo(200);
        assertThat(deliver(PATH + "/4711/a", OLD)).isEqualTo(200);
        assertThat(deliver(PATH + "x", OLD)).isEqualTo(404);
    }

    @Test
    void pathsBelowAreNotServedOtherwise() throws Exception {
        route("one", "");
        context.start();
        assertThat(deliver(PATH + "/4711", OLD)).isEqualTo(404);
    }
}
