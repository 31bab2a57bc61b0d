package dev.callautomation.examples.livetranscript.simulation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.camel.builder.RouteBuilder;

/** Lets scenarios see transcripts: the lines of a call's one as a JSON array. For simulated calls only. */
final class TranscriptRoute extends RouteBuilder {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;

    TranscriptRoute(Path folder) {
        this.folder = folder;
    }

    @Override
    public void configure() {
        from("platform-http:/transcripts/{call}?httpMethodRestrict=GET")
                .routeId("show-transcript")
                .process(exchange -> exchange.getMessage()
                        .setBody(JSON.writeValueAsString(
                                lines(exchange.getMessage().getHeader("call", String.class)))));
    }

    /** None before the first sentence. */
    private List<String> lines(String call) throws IOException {
        // a name, not a path
        Path file = folder.resolve(Path.of(call + ".txt").getFileName());
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }
}
