package dev.callautomation.simulator;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

/** What is exact, approximate or unknown about the service, and the page that shows it. */
public final class Fidelity {

    /** How well something is known. */
    public enum Level {
        EXACT,
        APPROXIMATE,
        UNKNOWN,
        NONE
    }

    /** Where the members of an event are from. */
    public enum Members {
        RECORDED,
        PUBLISHED,
        MODEL
    }

    /** An operation. */
    public record OperationFact(Level request, Level events, String note, List<String> sources) {}

    /** An event; {@code sent} says when, {@code never} for one that the simulator does not send. */
    public record EventFact(Members members, String sent, List<String> sources) {

        public boolean isNeverSent() {
            return "never".equals(sent);
        }
    }

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .build();

    private final Map<String, OperationFact> operations;
    private final Map<String, EventFact> events;
    private final Map<String, List<String>> sources;
    private final Set<String> javaSdk;

    private Fidelity() throws IOException {
        operations = read("operations.yaml", new TypeReference<>() {});
        events = read("events.yaml", new TypeReference<>() {});
        sources = read("sources.yaml", new TypeReference<>() {});
        javaSdk = new TreeSet<String>(read("java-sdk.yaml", new TypeReference<List<String>>() {}));
    }

    public static Fidelity load() {
        try {
            return new Fidelity();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> T read(String file, TypeReference<T> type) throws IOException {
        try (InputStream in = Fidelity.class.getResourceAsStream("/fidelity/" + file)) {
            return YAML.readValue(in, type);
        }
    }

    public Map<String, OperationFact> operations() {
        return operations;
    }

    public Map<String, EventFact> events() {
        return events;
    }

    /** Operations that the official Java SDK performs in its test. */
    public Set<String> testedWithJavaSdk() {
        return javaSdk;
    }

    /** The keys of sources that there are. */
    public Set<String> sources() {
        return sources.keySet();
    }

    /** The keys of sources that are named. */
    public Set<String> namedSources() {
        List<String> named = new ArrayList<>();
        operations.values().forEach(fact -> named.addAll(fact.sources()));
        events.values().forEach(fact -> named.addAll(fact.sources()));
        return new TreeSet<>(named);
    }

    /** The table of operations. */
    public String operationTable() {
        StringBuilder table = new StringBuilder(
                "[cols=\"3,2,2,1,5,3\",options=\"header\"]\n|===\n"
                        + "| Operation | Request and response | Events | Java SDK | What differs, what is not published | Source\n\n");
        operations.forEach((name, fact) -> table.append("| `%s` | %s | %s | %s | %s | %s\n"
                .formatted(
                        name,
                        text(fact.request()),
                        text(fact.events()),
                        javaSdk.contains(name) ? "yes" : "",
                        fact.note(),
                        links(fact.sources()))));
        return table.append("|===\n").toString();
    }

    /** The table of events. */
    public String eventTable() {
        StringBuilder table = new StringBuilder(
                "[cols=\"3,2,5,3\",options=\"header\"]\n|===\n| Event | Members are | Sent when | Source\n\n");
        events.forEach((name, fact) -> table.append(
                "| `%s` | %s | %s | %s\n".formatted(name, text(fact.members()), fact.sent(), links(fact.sources()))));
        return table.append("|===\n").toString();
    }

    private static String text(Level level) {
        return level == Level.NONE ? "no events" : level.name().toLowerCase(Locale.ROOT);
    }

    private static String text(Members members) {
        return switch (members) {
            case RECORDED -> "exact: recorded";
            case PUBLISHED -> "exact: published example";
            case MODEL -> "approximate: model";
        };
    }

    private String links(List<String> keys) {
        return keys.stream()
                .map(key -> sources.get(key).get(1) + "[" + sources.get(key).get(0) + "]")
                .collect(Collectors.joining(", "));
    }
}
