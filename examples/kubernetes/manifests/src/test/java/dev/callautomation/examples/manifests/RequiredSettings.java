package dev.callautomation.examples.manifests;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

/** Properties without which the component connects to nothing, or receives nothing, on Camel K. */
final class RequiredSettings {

    private static final String COMPONENT = "camel.component.callautomation.";
    private static final List<String> EVENT_GRID = List.of("eventGridSecret", "eventGridAudience");

    private final Resources resources;
    private final List<Problem> problems = new ArrayList<>();

    RequiredSettings(Resources resources) {
        this.resources = resources;
    }

    List<Problem> check() {
        resources.of("Integration", "Pipe").forEach(application -> {
            Set<String> set = set(application);
            checkAnyOf(application, set, List.of("connectionString", "endpoint"));
            checkAnyOf(application, set, List.of("callbackUri"));
            if (receivesIncomingCalls(application)) {
                checkAnyOf(application, set, EVENT_GRID);
            }
        });
        return problems;
    }

    private void checkAnyOf(Manifest application, Set<String> set, List<String> options) {
        if (options.stream().noneMatch(option -> set.contains(normal(COMPONENT + option)))) {
            problems.add(application.problem(
                    Setting.CONFIGS,
                    "no mounted file has the property " + COMPONENT + options.get(0)
                            + "; add the Secret or ConfigMap that has it"));
        }
    }

    /** Names in mounted files, in the trait camel and in variables of the environment. */
    private Set<String> set(Manifest application) {
        Set<String> names = new TreeSet<>();
        Setting.mounted(application, resources).keySet().forEach(key -> names.add(normal(key)));
        Stream.of("/spec/traits/camel/properties", "/spec/traits/environment/vars")
                .flatMap(pointer -> application.at(pointer).valueStream())
                .map(JsonNode::asText)
                .forEach(text -> names.add(normal(text.replaceFirst("=.*", ""))));
        return names;
    }

    private static String normal(String name) {
        return name.replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
    }

    private static boolean receivesIncomingCalls(Manifest application) {
        return application.at("/spec/source/ref/name").asText().equals("callautomation-incoming-call-source")
                || Endpoint.in(application.at("/spec/flows"), "").stream()
                        .filter(endpoint ->
                                endpoint.consumer() && endpoint.scheme().equals("callautomation"))
                        .anyMatch(endpoint ->
                                endpoint.parameters().getOrDefault("type", "").contains("IncomingCall"));
    }
}
