package dev.callautomation.examples.samples.simulation;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;

/**
 * Lets scenarios start calls over HTTP: {@code POST /calls/{number}} and {@code POST /reminders/{number}} write the file
 * that makes a route call, {@code GET} of the same path tells where it is: <code>{"state":"waiting"}</code>,
 * {@code done} when the call has ended, or {@code failed}. For simulated calls only, as nothing is authenticated.
 */
final class Inboxes extends RouteBuilder {

    private static final List<String> FOLDERS = List.of("calls", "reminders");

    private final Path folder;
    /** Name of the last file by the path of its request. */
    private final Map<String, String> files = new ConcurrentHashMap<>();

    /** @param folder in which the routes have theirs */
    Inboxes(Path folder) {
        this.folder = folder;
    }

    @Override
    public void configure() {
        for (String inbox : FOLDERS) {
            String path = "platform-http:/" + inbox + "/{number}?httpMethodRestrict=";
            from(path + "POST")
                    .setBody(header("number"))
                    .process(this::name)
                    // routes do not take files whose names begin with a dot
                    .to("file:" + folder.resolve(inbox) + "?tempPrefix=.")
                    .setBody(constant(""))
                    .setHeader(Exchange.HTTP_RESPONSE_CODE, constant(202));
            from(path + "GET")
                    .process(exchange -> state(exchange, folder.resolve(inbox)))
                    .setHeader(Exchange.CONTENT_TYPE, constant("application/json"));
        }
    }

    private void name(Exchange exchange) {
        String file = UUID.randomUUID().toString();
        files.put(path(exchange), file);
        exchange.getMessage().setHeader(Exchange.FILE_NAME, file);
    }

    private void state(Exchange exchange, Path inbox) {
        String file = files.get(path(exchange));
        if (file == null) {
            exchange.getMessage().setHeader(Exchange.HTTP_RESPONSE_CODE, 404);
            return;
        }
        String state = Files.exists(inbox.resolve(".camel").resolve(file))
                ? "done"
                : Files.exists(inbox.resolve("failed").resolve(file)) ? "failed" : "waiting";
        exchange.getMessage().setBody("{\"state\":\"" + state + "\"}");
    }

    private static String path(Exchange exchange) {
        return exchange.getMessage().getHeader(Exchange.HTTP_PATH, String.class);
    }
}
