package dev.callautomation.camel;

import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.DefaultContextReloadStrategy;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** New credentials take effect when a route starts, and connections with the former ones are closed. */
class ChangedCredentialsTest extends CamelTestSupport {

    private static final String FIRST = key("first");
    private static final String SECOND = key("second");

    @RegisterExtension
    final HostileService service = new HostileService();

    private final Properties properties = new Properties();
    private volatile String lastRequest;

    private static String key(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes());
    }

    @Override
    protected CamelContext createCamelContext() throws Exception {
        service.behave(exchange -> {
            lastRequest = exchange.request();
            exchange.json(200, "{}");
        });
        properties.setProperty("access.key", FIRST);
        CamelContext context = super.createCamelContext();
        context.getPropertiesComponent().setOverrideProperties(properties);
        CallAutomationComponent component = new CallAutomationComponent();
        component.getConfiguration().setEndpoint(service.url());
        component.getConfiguration().setAccessKey(FIRST);
        // so that there is one for each client, however soon the next request follows
        component.getConfiguration().setConnectionPoolSize(1);
        context.addComponent("callautomation", component);
        return context;
    }

    @AfterEach
    void stopSoon() {
        QuickStop.prepare(context);
    }

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:inherited")
                        .routeId("inherited")
                        .to("callautomation:getCallProperties?callConnectionId=c1");
                from("direct:second").routeId("second").to("callautomation:getCallProperties?callConnectionId=c2");
                from("direct:placeholder")
                        .routeId("placeholder")
                        .to("callautomation:getCallProperties?callConnectionId=c3&accessKey=RAW({{access.key}})");
            }
        };
    }

    private CallAutomationComponent component() {
        return context.getComponent("callautomation", CallAutomationComponent.class);
    }

    /** Whether the last request was signed with a key: recalculated from its own headers. */
    private boolean signedWith(String key) throws GeneralSecurityException {
        String path = lastRequest.split(" ")[1];
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(key), "HmacSHA256"));
        String text = "GET\n" + path + "\n" + header("x-ms-date") + ";" + header("host") + ";"
                + header("x-ms-content-sha256");
        return header("authorization").endsWith(Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes())));
    }

    private String header(String name) {
        return lastRequest.replaceFirst("(?is).*\r\n" + name + ": ([^\r]*)\r\n.*", "$1");
    }

    private void assertSigned(String route, String key) throws Exception {
        Exchange exchange = template.asyncSend("direct:" + route, message -> {}).get(60, TimeUnit.SECONDS);
        assertThat(exchange.getException()).isNull();
        assertThat(signedWith(key)).isTrue();
    }

    @Test
    void aRouteThatRestartsUsesTheNewKey() throws Exception {
        assertSigned("inherited", FIRST);
        component().getConfiguration().setAccessKey(SECOND);
        assertSigned("inherited", FIRST);
        context.getRouteController().stopRoute("inherited");
        context.getRouteController().startRoute("inherited");
        assertSigned("inherited", SECOND);
        assertSigned("second", FIRST);
    }

    @Test
    void aRouteThatIsRemovedAndAddedUsesTheNewKey() throws Exception {
        assertSigned("inherited", FIRST);
        component().getConfiguration().setAccessKey(SECOND);
        context.getRouteController().stopRoute("inherited");
        assertThat(context.removeRoute("inherited")).isTrue();
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:inherited")
                        .routeId("inherited")
                        .to("callautomation:getCallProperties?callConnectionId=c1");
            }
        });
        assertSigned("inherited", SECOND);
    }

    @Test
    void aConnectionStringReplacesTheKey() throws Exception {
        component().getConfiguration().setConnectionString("endpoint=" + service.url() + ";accesskey=" + SECOND);
        context.getRouteController().stopRoute("inherited");
        context.getRouteController().startRoute("inherited");
        assertSigned("inherited", SECOND);
        context.getRouteController().stopRoute("placeholder");
        context.getRouteController().startRoute("placeholder");
        assertSigned("placeholder", FIRST);
    }

    @Test
    void aReloadOfThePropertiesTakesEffect() throws Exception {
        DefaultContextReloadStrategy reload = new DefaultContextReloadStrategy();
        context.addService(reload);
        assertSigned("placeholder", FIRST);
        properties.setProperty("access.key", SECOND);
        component().getConfiguration().setAccessKey(SECOND);
        reload.onReload("test");
        assertSigned("placeholder", SECOND);
        assertSigned("inherited", SECOND);
    }

    @Test
    void routesShareAClientAndTheFormerIsClosed() throws Exception {
        assertSigned("inherited", FIRST);
        assertSigned("second", FIRST);
        assertThat(service.connections()).isOne();
        context.getRouteController().stopRoute("placeholder");
        component().getConfiguration().setAccessKey(SECOND);
        for (String route : new String[] {"inherited", "second"}) {
            context.getRouteController().stopRoute(route);
            context.getRouteController().startRoute(route);
            assertSigned(route, SECOND);
        }
        await().untilAsserted(() -> assertThat(service.connections()).isOne());
        assertSigned("inherited", SECOND);
        assertSigned("second", SECOND);
        assertThat(service.connections()).isOne();
    }
}
