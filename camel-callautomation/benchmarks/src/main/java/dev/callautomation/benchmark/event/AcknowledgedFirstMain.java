package dev.callautomation.benchmark.event;

import java.util.List;
import java.util.concurrent.ExecutorService;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import org.apache.camel.AsyncCallback;
import org.apache.camel.AsyncProcessor;
import org.apache.camel.AsyncProducer;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpRouter;
import org.apache.camel.main.Main;

import dev.callautomation.benchmark.peer.Consumed;
import dev.callautomation.benchmark.peer.HandEvents;
import dev.callautomation.benchmark.process.Commands;

/**
 * A handler on the router of platform-http that acknowledges a delivery when it has parsed it, and then passes each event
 * on to a route, on another thread. Argument: port.
 */
final class AcknowledgedFirstMain {

    private static final AsyncCallback IGNORED = doneSync -> {};

    private AcknowledgedFirstMain() {}

    public static void main(String[] arguments) throws Exception {
        Commands commands = new Commands();
        Consumed consumed = new Consumed(commands);
        int port = Integer.parseInt(arguments[0]);
        Main main = CamelMain.create(port);
        main.configure().addRoutesBuilder(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:events")
                        .process(exchange -> consumed.accept(exchange.getMessage()
                                .getBody(HandEvents.Event.class)
                                .data()
                                .correlationId()));
            }
        });
        main.start();
        CamelContext context = main.getCamelContext();
        VertxPlatformHttpRouter router =
                VertxPlatformHttpRouter.lookup(context, VertxPlatformHttpRouter.getRouterNameFromPort(port));
        ExecutorService threads =
                context.getExecutorServiceManager().newFixedThreadPool(AcknowledgedFirstMain.class, "events", 2);
        AsyncProducer route = context.getEndpoint("direct:events").createAsyncProducer();
        route.start();
        router.post(CamelMain.PATH).handler(request -> request.request()
                .body()
                .onComplete(body -> acknowledge(request, body.result(), threads, route)));
        commands.serve();
    }

    private static void acknowledge(RoutingContext request, Buffer body, ExecutorService threads, AsyncProducer route) {
        List<HandEvents.Event> events;
        try {
            events = HandEvents.parse(body.getBytes());
        } catch (Exception e) {
            request.fail(400, e);
            return;
        }
        request.response().end();
        threads.execute(() -> events.forEach(event -> run(event, route)));
    }

    private static void run(HandEvents.Event event, AsyncProducer route) {
        Exchange exchange = route.getEndpoint().createExchange();
        exchange.getMessage().setBody(event);
        AsyncProcessor processor = route;
        processor.process(exchange, IGNORED);
    }
}
