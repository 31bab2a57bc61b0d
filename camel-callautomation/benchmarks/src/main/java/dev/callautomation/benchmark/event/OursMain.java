package dev.callautomation.benchmark.event;

import java.util.Map;

import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.main.Main;

import dev.callautomation.benchmark.load.Tokens;
import dev.callautomation.benchmark.peer.Consumed;
import dev.callautomation.benchmark.process.Commands;
import dev.callautomation.camel.event.CallAutomationEvent;

/**
 * The component on camel-main. Arguments: port, acknowledge, port of the issuer of tokens or 0 if deliveries are not
 * authenticated.
 */
final class OursMain {

    private OursMain() {}

    public static void main(String[] arguments) throws Exception {
        Commands commands = new Commands();
        Consumed consumed = new Consumed(commands);
        int issuer = Integer.parseInt(arguments[2]);
        Main main = CamelMain.create(Integer.parseInt(arguments[0]));
        main.addInitialProperty(
                "camel.component.callautomation.connectionString", "endpoint=http://localhost:1/;accesskey=c2VjcmV0");
        main.addInitialProperty("camel.component.callautomation.acknowledge", arguments[1]);
        (issuer == 0
                        ? Map.of("callbackAuthentication", "NONE")
                        : Map.of("resourceId", Tokens.AUDIENCE, "callbackIssuer", Tokens.issuer(issuer)))
                .forEach((name, value) -> main.addInitialProperty("camel.component.callautomation." + name, value));
        main.configure().addRoutesBuilder(new RouteBuilder() {
            @Override
            public void configure() {
                from("callautomation:events")
                        .process(exchange -> consumed.accept(exchange.getMessage()
                                .getBody(CallAutomationEvent.class)
                                .correlationId()));
            }
        });
        main.start();
        commands.serve();
    }
}
