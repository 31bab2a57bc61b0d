package dev.callautomation.camel;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServerConfiguration;
import org.apache.camel.impl.DefaultCamelContext;

import dev.callautomation.camel.event.CallAutomationEvent;

/** An application that does nothing but take events. */
final class Receiver implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofMinutes(1))
            .build();

    private final DefaultCamelContext context = new DefaultCamelContext();
    private final Queue<CallAutomationEvent> events = new ConcurrentLinkedQueue<>();

    /** @param options what is set on the component */
    Receiver(Consumer<CallAutomationConfiguration> options, String... endpoints) throws Exception {
        VertxPlatformHttpServerConfiguration server = new VertxPlatformHttpServerConfiguration();
        server.setBindHost("127.0.0.1");
        server.setBindPort(0);
        context.addService(new VertxPlatformHttpServer(server));
        CallAutomationComponent component = new CallAutomationComponent();
        options.accept(component.getConfiguration());
        context.addComponent("callautomation", component);
        for (String endpoint : endpoints.length == 0 ? new String[] {"callautomation:events"} : endpoints) {
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from(endpoint)
                            .process(
                                    exchange -> events.add(exchange.getMessage().getBody(CallAutomationEvent.class)));
                }
            });
        }
    }

    Receiver start() {
        context.start();
        return this;
    }

    DefaultCamelContext context() {
        return context;
    }

    Queue<CallAutomationEvent> events() {
        return events;
    }

    URI address() {
        int port = context.hasService(VertxPlatformHttpServer.class).getPort();
        return URI.create("http://127.0.0.1:" + port + "/callautomation/events");
    }

    HttpRequest.Builder request(String query) {
        return HttpRequest.newBuilder(URI.create(address() + query)).timeout(Duration.ofMinutes(1));
    }

    /** Posts an event of a call with a token. */
    HttpResponse<String> deliver(String token) throws IOException, InterruptedException {
        return deliver(token, EventTestSupport.callback("CallConnected", "1", "{}"));
    }

    HttpResponse<String> deliver(String token, String body) throws IOException, InterruptedException {
        return HTTP.send(delivery(token, body), HttpResponse.BodyHandlers.ofString());
    }

    CompletableFuture<HttpResponse<String>> deliverSoon(String token) {
        return HTTP.sendAsync(
                delivery(token, EventTestSupport.callback("CallConnected", "1", "{}")),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest delivery(String token, String body) {
        return request("")
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Override
    public void close() {
        context.stop();
    }
}
