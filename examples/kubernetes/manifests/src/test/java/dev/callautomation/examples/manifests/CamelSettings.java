package dev.callautomation.examples.manifests;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The routes of an Integration, a Pipe or a Kamelet, and the properties in the files that an Integration or a Pipe mounts: the options
 * of endpoints, the names and values of properties, and the placeholders.
 */
final class CamelSettings {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\??([^{}:]+)(:[^{}]*)?}}");

    private final Resources resources;
    private final CamelNames names = new CamelNames();
    private final Kamelets kamelets;
    private final List<Problem> problems = new ArrayList<>();
    private final Set<Setting> settings = new HashSet<>();
    private final Set<String> used = new HashSet<>();

    CamelSettings(Resources resources) {
        this.resources = resources;
        this.kamelets = new Kamelets(resources);
    }

    List<Problem> check() {
        resources.of("Integration", "Pipe").forEach(this::check);
        resources.of("Kamelet").forEach(kamelet -> {
            problems.addAll(kamelets.check(kamelet));
            checkEndpoints(kamelet, "/spec/template", kamelets.values(kamelet));
        });
        settings.stream()
                .filter(setting -> !setting.key().startsWith("camel.") && !used.contains(setting.key()))
                .forEach(setting ->
                        add(setting, "no route uses this property" + Suggestion.of(setting.key(), missing())));
        return problems.stream().distinct().toList();
    }

    /** Names of placeholders that have no value. */
    private Set<String> missing() {
        Set<String> missing = new HashSet<>(used);
        settings.forEach(setting -> missing.remove(setting.key()));
        return missing;
    }

    /** The names in all texts of a node. */
    static Stream<String> placeholders(JsonNode node) {
        return PLACEHOLDER.matcher(node.toString()).results().map(name -> name.group(1));
    }

    private void check(Manifest application) {
        Map<String, Setting> mounted = Setting.mounted(application, resources);
        settings.addAll(mounted.values());
        Map<String, String> values = new TreeMap<>();
        mounted.forEach((key, setting) -> values.put(key, setting.value()));
        mounted.forEach((key, setting) -> checkProperty(setting, values));
        checkPlaceholders(application, application.content().path("spec"), "/spec", values);
        checkEndpoints(application, "/spec/flows", values);
        checkPipe(application, values);
    }

    private void checkProperty(Setting setting, Map<String, String> values) {
        for (Matcher name = PLACEHOLDER.matcher(setting.value()); name.find(); ) {
            used.add(name.group(1));
            if (isMissing(name, values)) {
                add(
                        setting,
                        "no mounted file has the property " + name.group(1)
                                + Suggestion.of(name.group(1), values.keySet()));
            }
        }
        if (setting.key().startsWith(Kamelets.PREFIX)) {
            kamelets.refusal(setting.key(), resolve(setting.value(), values)).ifPresent(advice -> add(setting, advice));
        } else if (setting.key().startsWith("camel.")) {
            names.refusal(setting.key(), resolve(setting.value(), values)).ifPresent(advice -> add(setting, advice));
        }
    }

    private void checkPlaceholders(Manifest manifest, JsonNode node, String pointer, Map<String, String> values) {
        for (Matcher name = PLACEHOLDER.matcher(node.asText("")); name.find(); ) {
            used.add(name.group(1));
            if (isMissing(name, values)) {
                problems.add(manifest.problem(
                        pointer,
                        "no mounted file has the property " + name.group(1)
                                + Suggestion.of(name.group(1), values.keySet())));
            }
        }
        node.propertyStream()
                .forEach(member ->
                        checkPlaceholders(manifest, member.getValue(), pointer + "/" + member.getKey(), values));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            checkPlaceholders(manifest, node.path(i), pointer + "/" + i, values);
        }
    }

    private static boolean isMissing(Matcher placeholder, Map<String, String> values) {
        return placeholder.group(2) == null && !values.containsKey(placeholder.group(1));
    }

    private void checkEndpoints(Manifest manifest, String pointer, Map<String, String> values) {
        Endpoint.in(manifest.at(pointer), pointer).forEach(endpoint -> checkEndpoint(manifest, endpoint, values));
    }

    private void checkPipe(Manifest pipe, Map<String, String> values) {
        List<String> pointers =
                new ArrayList<>(List.of("/spec/source", "/spec/sink", "/spec/errorHandler/sink/endpoint"));
        for (int i = 0; i < pipe.at("/spec/steps").size(); i++) {
            pointers.add("/spec/steps/" + i);
        }
        for (String pointer : pointers) {
            JsonNode endpoint = pipe.at(pointer);
            if (endpoint.has("uri")) {
                checkEndpoint(pipe, Endpoint.of(endpoint, pointer, pointer.equals("/spec/source")), values);
            }
            if (endpoint.has("ref")) {
                problems.addAll(new PipeStep(kamelets, pipe, pointer).check(values.keySet()));
            }
        }
    }

    private void checkEndpoint(Manifest manifest, Endpoint endpoint, Map<String, String> values) {
        String given = endpoint.pointer() + "/parameters";
        manifest.at(given)
                .propertyStream()
                .filter(parameter -> parameter.getValue().isContainerNode())
                .forEach(parameter -> problems.add(
                        manifest.problem(given + "/" + parameter.getKey(), "write a text, a number or a truth value")));
        Map<String, String> parameters = new TreeMap<>();
        endpoint.parameters().forEach((name, value) -> {
            String resolved = resolve(value, values);
            // an optional parameter of a Kamelet has no value
            if (!resolved.contains("{{")) {
                parameters.put(name, resolved);
            }
        });
        Endpoint resolved =
                new Endpoint(endpoint.pointer(), resolve(endpoint.uri(), values), parameters, endpoint.consumer());
        if (resolved.consumer()
                && resolved.scheme().equals("callautomation")
                && resolved.parameters().containsKey("type")) {
            EventNames.refusal(resolved.parameters().get("type"))
                    .ifPresent(advice -> problems.add(manifest.problem(given + "/type", advice)));
        }
        if (!resolved.uri().contains("{{") && !resolved.scheme().equals("kamelet")) {
            names.refusal(resolved, values.keySet())
                    .ifPresent(advice -> problems.add(manifest.problem(endpoint.pointer(), advice)));
        }
    }

    private static String resolve(String text, Map<String, String> values) {
        String resolved = text;
        for (int depth = 0; depth < 5; depth++) {
            resolved = PLACEHOLDER
                    .matcher(resolved)
                    .replaceAll(name -> Matcher.quoteReplacement(values.getOrDefault(
                            name.group(1),
                            name.group(2) == null ? name.group() : name.group(2).substring(1))));
        }
        return resolved;
    }

    private void add(Setting setting, String advice) {
        problems.add(setting.problem(advice));
    }
}
