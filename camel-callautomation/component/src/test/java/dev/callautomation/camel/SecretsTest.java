package dev.callautomation.camel;

import java.lang.management.ManagementFactory;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import javax.management.Attribute;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;

import ch.qos.logback.classic.Level;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.test.junit5.TestExecutionConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;

/** A scenario with everything that is secret in it leaves none of it in the log, in JMX and in dumps of routes. */
class SecretsTest extends EventTestSupport {

    private static final String KEY = "a2V5LW9mLXRoZS1jb21wb25lbnQ=";
    private static final String OWN_KEY = "a2V5LW9mLWFuLWVuZHBvaW50";
    private static final String CALL_CONTEXT = "bearer-of-the-incoming-call";
    private static final String OWN_CALL_CONTEXT = "bearer-in-an-option";
    private static final String CALLBACK_SECRET = "shared-with-the-service";
    private static final String HEADERS_KEY = "signs-the-context-headers";
    private static final String CALLER = "+14255550123";
    private static final String AGENT =
            "8:acs:7f4b7a2e-3c55-4d3f-9a51-0c6f1f2d8b10_00000026-4b1d-2c3e-99c6-593a0d00c1d2";

    @RegisterExtension
    static final WireMockExtension SERVICE = WireMockExtension.newInstance()
            .options(WireMockConfiguration.wireMockConfig().dynamicPort())
            .build();

    private final CapturedLog log = new CapturedLog();

    private final List<String> tokens = new ArrayList<>();
    private final CountDownLatch answered = new CountDownLatch(1);

    @Override
    public void configureTest(TestExecutionConfiguration configuration) {
        super.configureTest(configuration);
        configuration.withJMX(true);
    }

    /** Listens from here on, for the start tells much. */
    @Override
    protected CamelContext createCamelContext() throws Exception {
        log.start();
        CapturedLog.level("dev.callautomation", Level.TRACE);
        CapturedLog.level("org.apache.camel", Level.DEBUG);
        return super.createCamelContext();
    }

    @AfterEach
    void listenAsUsual() {
        CapturedLog.level("dev.callautomation", null);
        CapturedLog.level("org.apache.camel", null);
        log.stop();
    }

    @Override
    void configure(CallAutomationComponent component) {
        CallAutomationConfiguration options = component.getConfiguration();
        options.setConnectionString("endpoint=http://localhost:" + SERVICE.getPort() + "/;accesskey=" + KEY);
        options.setCallbackUri("https://contact.example.com");
        options.setClientSecret("secret-of-a-service-principal");
        options.setMaskIdentifiers(true);
        options.setMaxRetries(0);
        options.setCallbackSecret(CALLBACK_SECRET);
        component.setContextHeadersKey(HEADERS_KEY);
    }

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("callautomation:events?type=IncomingCall")
                        .to("callautomation:answerCall")
                        // a mock would log all headers itself
                        .process(exchange -> answered.countDown());
                from("callautomation:events?type=Mistyped&from=" + CALLER).to("mock:never");
                getContext().getRegistry().bind("ownKey", OWN_KEY);
                getContext().getRegistry().bind("ownContext", OWN_CALL_CONTEXT);
                from("direct:reject")
                        .to(
                                "callautomation:rejectCall?accessKey=#bean:ownKey&incomingCallContext=#bean:ownContext&endpoint="
                                        + SERVICE.baseUrl());
                from("direct:add").to("callautomation:addParticipant?callConnectionId=c1");
                from("direct:get").to("callautomation:getParticipant?callConnectionId=c1");
            }
        };
    }

    private String token(String token) {
        tokens.add(token);
        return token;
    }

    private List<Exception> play() throws Exception {
        SERVICE.stubFor(any(anyUrl()).willReturn(okJson("{\"callConnectionId\":\"c1\"}")));
        SERVICE.stubFor(any(urlPathMatching(".*participants.*"))
                .willReturn(aResponse().withStatus(400).withBody("""
                        {"error":{"code":"8523","message":"%s cannot invite %s."}}""".formatted(CALLER, AGENT))));
        String call = "{\"incomingCallContext\":\"" + CALL_CONTEXT + "\",\"from\":{\"rawId\":\"4:" + CALLER
                + "\"},\"to\":{\"rawId\":\"" + AGENT + "\"}}";
        for (String proof :
                List.of(TOKENS.token().sign(), TOKENS.token().audience("other").sign(), "no-token-at-all")) {
            send(unsigned("?code=" + "wrong-" + SECRET + "&callbackSecret=" + CALLBACK_SECRET)
                    .header("Authorization", "Bearer " + token(proof))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(callback("IncomingCall", "1", call))));
        }
        assertThat(answered.await(60, TimeUnit.SECONDS)).isTrue();
        send(unsigned("?code=" + SECRET)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("[" + call + "]")));

        List<Exception> failures = new ArrayList<>();
        for (Map<String, String> headers : List.of(
                Map.of("direct", "add", CallAutomationConstants.TARGET, AGENT),
                Map.of("direct", "add", CallAutomationConstants.TARGET, "8:acs:with blanks " + CALLER),
                Map.of("direct", "get", CallAutomationConstants.TARGET, CALLER))) {
            Exchange exchange = template.request("direct:" + headers.get("direct"), message -> message.getMessage()
                    .setHeaders(new HashMap<>(headers)));
            failures.add(exchange.getException());
        }
        String reject = "callautomation:rejectCall?endpoint=http://localhost:" + SERVICE.getPort() + "&accessKey=RAW("
                + OWN_KEY + ")&incomingCallContext=RAW(" + OWN_CALL_CONTEXT + ")";
        for (String endpoint : List.of(reject, "direct:reject")) {
            assertThat(template.request(endpoint, exchange -> {}).getException())
                    .isNull();
        }
        return failures;
    }

    private Stream<String> secrets() {
        return Stream.concat(
                tokens.stream(),
                Stream.of(
                        KEY,
                        OWN_KEY,
                        CALL_CONTEXT,
                        OWN_CALL_CONTEXT,
                        SECRET,
                        CALLBACK_SECRET,
                        HEADERS_KEY,
                        "secret-of-a-service-principal",
                        "Signature="));
    }

    @Test
    void nothingSecretIsLogged() throws Exception {
        play();
        assertThat(log.lines()).hasSizeGreaterThan(100).anyMatch(line -> line.startsWith("dev.callautomation"));
        secrets().forEach(secret -> assertThat(log.lines()).noneMatch(line -> line.contains(secret)));
    }

    @Test
    void logAndExceptionsCanOmitParticipants() throws Exception {
        assertThat(play()).hasSize(3).doesNotContainNull().allSatisfy(failure -> {
            for (Throwable each = failure; each != null; each = each.getCause()) {
                assertThat(each.toString()).doesNotContain("4255550123", "593a0d00c1d2");
            }
        });
        assertThat(log.lines())
                .filteredOn(line -> line.startsWith("dev.callautomation"))
                .isNotEmpty()
                .noneMatch(line -> line.contains("4255550123") || line.contains("593a0d00c1d2"));
    }

    @Test
    void nothingSecretIsSeenThroughJmxOrInDumpsOfRoutes() throws Exception {
        play();
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        List<String> seen = new ArrayList<>();
        for (ObjectName name : server.queryNames(
                new ObjectName("org.apache.camel:context=" + context.getManagementName() + ",*"), null)) {
            seen.add(name.toString());
            String[] attributes = Stream.of(server.getMBeanInfo(name).getAttributes())
                    .filter(MBeanAttributeInfo::isReadable)
                    .map(MBeanAttributeInfo::getName)
                    .toArray(String[]::new);
            for (Object attribute : server.getAttributes(name, attributes)) {
                seen.add(String.valueOf(((Attribute) attribute).getValue()));
            }
            if (List.of("routes", "context").contains(name.getKeyProperty("type"))) {
                String dump = name.getKeyProperty("type").equals("routes") ? "dumpRouteAsXml" : "dumpRoutesAsXml";
                seen.add((String) server.invoke(name, dump, null, null));
            }
        }
        assertThat(seen)
                .anyMatch(text -> text.contains("callautomation://rejectCall"))
                .hasSizeGreaterThan(100);
        secrets().forEach(secret -> assertThat(seen).noneMatch(text -> text.contains(secret)));
    }
}
