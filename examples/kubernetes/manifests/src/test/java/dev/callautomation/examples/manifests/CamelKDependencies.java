package dev.callautomation.examples.manifests;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

/** The artifacts that an Integration or a Pipe names, and those that its routes and Kamelets need. */
final class CamelKDependencies {

    private static final String DEPENDENCIES = "/spec/dependencies";
    private static final String OURS = "mvn:dev.callautomation:";
    private static final String COMPONENT = "camel-callautomation";
    private static final String KAMELETS = "camel-callautomation-kamelets";
    private static final List<String> STEPS_WITH_FORMATS = List.of("marshal", "unmarshal");

    private final Resources resources;
    private final Kamelets kamelets;
    private final CamelNames names = new CamelNames();
    private final List<Problem> problems = new ArrayList<>();

    CamelKDependencies(Resources resources) {
        this.resources = resources;
        this.kamelets = new Kamelets(resources);
    }

    List<Problem> check() {
        resources.of("Integration", "Pipe").forEach(this::check);
        return problems;
    }

    private void check(Manifest application) {
        List<String> listed =
                application.at(DEPENDENCIES).valueStream().map(JsonNode::asText).toList();
        for (int i = 0; i < listed.size(); i++) {
            checkName(application, DEPENDENCIES + "/" + i, listed.get(i));
        }
        checkComponent(application, listed);
        if (!listed.contains("camel:platform-http")) {
            add(application, "add camel:platform-http: Camel K does not know that the component needs an HTTP server");
        }
        needed(application).forEach((artifact, reason) -> {
            if (!listed.contains(artifact)) {
                add(application, "add " + artifact + ": " + reason + " needs it");
            }
        });
    }

    private void checkName(Manifest application, String pointer, String dependency) {
        String name = dependency.replaceFirst("^camel:", "");
        if (dependency.startsWith("camel:") && !names.isArtifact(name)) {
            problems.add(application.problem(
                    pointer, "Camel has no such artifact" + Suggestion.of(name, names.artifacts())));
        }
        if (dependency.startsWith(OURS)) {
            String artifact = artifact(dependency);
            List<String> known = List.of(COMPONENT, KAMELETS);
            if (!known.contains(artifact)) {
                problems.add(application.problem(
                        pointer, "there is no such artifact for Camel K" + Suggestion.of(artifact, known)));
            }
        }
    }

    private void checkComponent(Manifest application, List<String> listed) {
        List<String> ours = listed.stream()
                .filter(dependency -> dependency.startsWith(OURS))
                .map(CamelKDependencies::artifact)
                .toList();
        boolean onClassPath = references(application).anyMatch(name -> !kamelets.isResource(name));
        if (onClassPath && !ours.contains(KAMELETS)) {
            add(application, "add " + OURS + KAMELETS + ":VERSION: the Kamelets of the Pipe are in it");
        } else if (ours.isEmpty()) {
            add(application, "add " + OURS + COMPONENT + ":VERSION: Camel K does not know the component");
        }
    }

    private static String artifact(String dependency) {
        return dependency.substring(OURS.length()).replaceFirst(":.*", "");
    }

    /** Artifacts, and what needs each. */
    private Map<String, String> needed(Manifest application) {
        Map<String, String> needed = new TreeMap<>();
        JsonNode flows = application.at("/spec/flows");
        Endpoint.in(flows, "").stream()
                .map(endpoint -> scheme(endpoint, application))
                .forEach(scheme -> names.artifactOfScheme(scheme)
                        .ifPresent(artifact -> needed.put("camel:" + artifact, "the scheme " + scheme)));
        collect(flows, needed);
        references(application).forEach(name -> kamelets.find(name).stream()
                .flatMap(kamelet -> kamelet.at(DEPENDENCIES).valueStream())
                .map(JsonNode::asText)
                .filter(dependency -> dependency.startsWith("camel:") && !dependency.equals("camel:core"))
                .forEach(dependency -> needed.put(dependency, "the Kamelet " + name)));
        needed.remove("camel:callautomation");
        return needed;
    }

    private String scheme(Endpoint endpoint, Manifest application) {
        if (!endpoint.uri().startsWith("{{")) {
            return endpoint.scheme();
        }
        String property = endpoint.uri().substring(2).replaceFirst("[:}].*", "");
        return Optional.ofNullable(Setting.mounted(application, resources).get(property))
                .map(setting -> setting.value().replaceFirst(":.*", ""))
                .orElse("");
    }

    /** Languages and data formats of routes. */
    private void collect(JsonNode node, Map<String, String> needed) {
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            String name = member.getKey();
            if (Set.of("parameters", "constant", "simple").contains(name)) {
                continue;
            }
            names.artifactOfLanguage(name)
                    .ifPresent(artifact -> needed.put("camel:" + artifact, "the language " + name));
            if (STEPS_WITH_FORMATS.contains(name)) {
                member.getValue().propertyStream().map(Map.Entry::getKey).forEach(format -> names.artifactOfDataFormat(
                                format)
                        .ifPresent(artifact -> needed.put("camel:" + artifact, "the data format " + format)));
            }
            collect(member.getValue(), needed);
        }
        node.valueStream().filter(element -> node.isArray()).forEach(element -> collect(element, needed));
    }

    /** Names of the Kamelets of a Pipe. */
    private static Stream<String> references(Manifest pipe) {
        return Stream.concat(
                        Stream.of("/spec/source", "/spec/sink", "/spec/errorHandler/sink/endpoint")
                                .map(pipe::at),
                        pipe.at("/spec/steps").valueStream())
                .filter(step -> step.at("/ref/kind").asText().equals("Kamelet"))
                .map(step -> step.at("/ref/name").asText());
    }

    private void add(Manifest manifest, String advice) {
        problems.add(manifest.problem(DEPENDENCIES, advice));
    }
}
