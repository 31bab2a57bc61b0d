package dev.callautomation.benchmark.call;

import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.main.Main;

import dev.callautomation.benchmark.process.Commands;

/**
 * A route of six operations for each call, on camel-main. Arguments: port, connection string, resource id, issuer of tokens.
 */
final class CallMain {

    static final String APPLICATION = "+18005550100";
    static final String SECRET = "a-secret-of-the-benchmark";

    private static final String PROMPT = "https://contoso.example.com/prompts/welcome.wav";

    private CallMain() {}

    static String callbackUri(int port) {
        return "http://127.0.0.1:" + port + "/callautomation/events";
    }

    public static void main(String[] arguments) throws Exception {
        Commands commands = new Commands();
        Main main = new Main();
        main.addInitialProperty("camel.main.startupSummaryLevel", "Off");
        main.addInitialProperty("camel.server.enabled", "true");
        main.addInitialProperty("camel.server.host", "127.0.0.1");
        main.addInitialProperty("camel.server.port", arguments[0]);
        component(main, "connectionString", arguments[1]);
        component(main, "resourceId", arguments[2]);
        component(main, "callbackIssuer", arguments[3]);
        component(main, "callbackUri", callbackUri(Integer.parseInt(arguments[0])));
        component(main, "eventGridSecret", SECRET);
        main.configure().addRoutesBuilder(new RouteBuilder() {
            @Override
            public void configure() {
                from("callautomation:events?type=IncomingCall")
                        .to("callautomation:answerCall?awaitCompletion=true")
                        .to("callautomation:play?awaitCompletion=true&file=" + PROMPT)
                        .to("callautomation:addParticipant?awaitCompletion=true&target=+18005550142"
                                + "&sourceCallerIdNumber=" + APPLICATION)
                        .to("callautomation:play?awaitCompletion=true&file=" + PROMPT)
                        .to("callautomation:removeParticipant?awaitCompletion=true&target=+18005550142")
                        .to("callautomation:hangUp?forEveryone=true")
                        .process(exchange -> commands.done());
            }
        });
        main.start();
        commands.serve();
    }

    private static void component(Main main, String name, String value) {
        main.addInitialProperty("camel.component.callautomation." + name, value);
    }
}
