package dev.callautomation.benchmark.event;

import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.main.Main;

import dev.callautomation.benchmark.peer.Consumed;
import dev.callautomation.benchmark.peer.HandEvents;
import dev.callautomation.benchmark.process.Commands;

/** A minimal consumer on platform-http, on camel-main. Arguments: port, {@code ignore} if bodies are not parsed. */
final class CamelConsumerMain {

    private CamelConsumerMain() {}

    public static void main(String[] arguments) throws Exception {
        Commands commands = new Commands();
        Consumed consumed = new Consumed(commands);
        boolean ignore = arguments.length > 1 && arguments[1].equals("ignore");
        Main main = CamelMain.create(Integer.parseInt(arguments[0]));
        main.configure().addRoutesBuilder(new RouteBuilder() {
            @Override
            public void configure() {
                from("platform-http:" + CamelMain.PATH + "?httpMethodRestrict=POST")
                        .process(exchange -> {
                            consumed.accept(
                                    HandEvents.parse(exchange.getMessage().getBody(byte[].class)));
                            exchange.getMessage().removeHeaders("*");
                            exchange.getMessage().setBody(null);
                            exchange.getMessage().setHeader(Exchange.HTTP_RESPONSE_CODE, 200);
                        });
            }
        });
        main.start();
        commands.serve();
    }
}
