package dev.callautomation.benchmark.operation;

import java.util.List;

import org.apache.camel.AsyncProducer;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.main.Main;

import dev.callautomation.benchmark.process.Commands;
import dev.callautomation.camel.CallAutomationConstants;

/**
 * Routes with an operation of the component on camel-main. Arguments: port of the stub, own port or 0 if operations are not
 * awaited; then {@link #REPLY} or {@link #ON_EVENT_LOOP}, or nothing.
 */
final class OursOperationMain {

    /** Events are answered by an operation. */
    static final String REPLY = "reply";

    /** Routes continue on the event loop of a response. */
    static final String ON_EVENT_LOOP = "loop";

    private OursOperationMain() {}

    public static void main(String[] arguments) throws Exception {
        Commands commands = new Commands();
        int port = Integer.parseInt(arguments[1]);
        List<String> modes = List.of(arguments).subList(2, arguments.length);
        boolean reply = modes.contains(REPLY);
        boolean await = port != OperationLoop.NO_EVENTS && !reply;
        Main main = new Main();
        main.addInitialProperty("camel.main.startupSummaryLevel", "Off");
        main.addInitialProperty("camel.server.enabled", String.valueOf(port != OperationLoop.NO_EVENTS));
        main.addInitialProperty("camel.server.host", "127.0.0.1");
        main.addInitialProperty("camel.server.port", String.valueOf(port));
        main.addInitialProperty(
                "camel.component.callautomation.connectionString", Requests.connectionString(arguments[0]));
        main.addInitialProperty("camel.component.callautomation.callbackAuthentication", "NONE");
        main.addInitialProperty(
                "camel.component.callautomation.continueOnEventLoop", String.valueOf(modes.contains(ON_EVENT_LOOP)));
        main.configure().addRoutesBuilder(new RouteBuilder() {
            @Override
            public void configure() {
                if (reply) {
                    from("callautomation:events").to("callautomation:play?file=" + Requests.FILE);
                }
                from("direct:play").to("callautomation:play?file=" + Requests.FILE + "&awaitCompletion=" + await);
                from("direct:add")
                        .to("callautomation:addParticipant?target=" + Requests.TARGET + "&sourceCallerIdNumber="
                                + Requests.SOURCE + "&invitationTimeout=30s");
            }
        });
        main.start();
        CamelContext context = main.getCamelContext();
        AsyncProducer play = context.getEndpoint("direct:play").createAsyncProducer();
        AsyncProducer add = context.getEndpoint("direct:add").createAsyncProducer();
        play.start();
        add.start();
        new OperationLoop(
                        commands,
                        port,
                        (call, number, done) -> process(Requests.plays(number, await) ? play : add, call, done))
                .serve();
    }

    private static void process(AsyncProducer route, String call, OperationLoop.Done done) {
        Exchange exchange = route.getEndpoint().createExchange();
        exchange.getMessage().setHeader(CallAutomationConstants.CALL_CONNECTION_ID, call);
        route.process(exchange, doneSync -> done.ended(exchange.getException()));
    }
}
