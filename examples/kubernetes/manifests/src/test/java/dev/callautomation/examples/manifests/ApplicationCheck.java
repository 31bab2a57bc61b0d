package dev.callautomation.examples.manifests;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

/** Whether a Deployment agrees with the {@code application.properties} in its image: ports, probes, time to stop, public address. */
final class ApplicationCheck {

    private static final String POD = "/spec/template/spec";
    private static final String CONTAINER = POD + "/containers/0";

    private final Resources resources;
    private final Manifest deployment;
    private final Map<String, String> properties = new HashMap<>();
    private final boolean springBoot;
    private final List<Problem> problems = new ArrayList<>();

    ApplicationCheck(Resources resources, Manifest deployment, String text) {
        this.resources = resources;
        this.deployment = deployment;
        Setting.parse(text).forEach((key, value) -> properties.put(normal(key.toString()), value.toString()));
        this.springBoot = !properties.containsKey(normal("camel.server.enabled"));
    }

    List<Problem> check() {
        checkProbes();
        checkPorts();
        checkTimeToStop();
        checkPublicAddress();
        return problems;
    }

    private void checkProbes() {
        String live = springBoot ? "/actuator/health/liveness" : "/observe/health/live";
        String ready = springBoot ? "/actuator/health/readiness" : "/observe/health/ready";
        Map.of("startupProbe", live, "livenessProbe", live, "readinessProbe", ready)
                .forEach((probe, path) -> {
                    String pointer = CONTAINER + "/" + probe + "/httpGet";
                    JsonNode get = deployment.at(pointer);
                    if (get.has("path") && !get.path("path").asText().equals(path)) {
                        add(pointer + "/path", "the application has no health there; write " + path);
                    }
                    String port = managementPort();
                    if (get.has("port") && !number(get.path("port")).equals(port)) {
                        add(pointer + "/port", "health is on another port; write " + name(port));
                    }
                });
    }

    private void checkPorts() {
        List<String> known = List.of(serverPort(), managementPort());
        for (int i = 0; i < deployment.at(CONTAINER + "/ports").size(); i++) {
            String pointer = CONTAINER + "/ports/" + i + "/containerPort";
            String port = deployment.at(pointer).asText();
            if (!known.contains(port)) {
                add(pointer, "the application does not listen on " + port + "; write " + String.join(" or ", known));
            }
        }
    }

    private void checkTimeToStop() {
        String timeout = property("camel.main.shutdownTimeout", "45");
        // a placeholder can have any value
        int shutdown = timeout.matches("[0-9]{1,6}") ? Integer.parseInt(timeout) : 0;
        int preStop =
                deployment.at(CONTAINER + "/lifecycle/preStop/sleep/seconds").asInt();
        JsonNode grace = deployment.at(POD + "/terminationGracePeriodSeconds");
        if (grace.asInt(30) <= preStop + shutdown) {
            add(
                    POD + "/terminationGracePeriodSeconds",
                    "exchanges in flight are killed; write more than the " + (preStop + shutdown)
                            + " seconds of preStop and camel.main.shutdownTimeout");
        }
    }

    private void checkPublicAddress() {
        String variable =
                property("camel.component.callautomation.callbackUri", "").replaceAll("[${}]", "");
        String host = resources
                .of("Ingress")
                .filter(this::leadsHere)
                .map(ingress -> ingress.at("/spec/rules/0/host").asText())
                .findFirst()
                .orElse("");
        List<String> mounted = deployment
                .at(CONTAINER + "/envFrom")
                .valueStream()
                .map(from -> from.at("/configMapRef/name").asText())
                .toList();
        resources
                .of("ConfigMap")
                .filter(config ->
                        mounted.contains(config.name()) && config.at("/data").has(variable))
                .forEach(config -> CamelKIngress.refusal(
                                config.at("/data").path(variable).asText(), host)
                        .ifPresent(advice -> problems.add(config.problem("/data/" + variable, advice))));
        resources.of("Ingress").filter(this::leadsHere).forEach(this::checkPath);
    }

    private void checkPath(Manifest ingress) {
        String pointer = "/spec/rules/0/http/paths";
        String path = property("camel.component.callautomation.callbackPath", CamelKIngress.CALLBACK_PATH);
        boolean reached = ingress.at(pointer)
                .valueStream()
                .anyMatch(entry -> entry.path("path").asText().equals(path));
        if (!reached) {
            problems.add(ingress.problem(pointer, "no path is that of the callbacks; write " + path));
        }
    }

    /** Whether an Ingress has the Service of the Deployment as a backend. */
    private boolean leadsHere(Manifest ingress) {
        List<String> services = resources
                .of("Service")
                .filter(service -> deployment
                        .at("/spec/template/metadata/labels")
                        .properties()
                        .containsAll(service.at("/spec/selector").properties()))
                .map(Manifest::name)
                .toList();
        return ingress.at("/spec/rules/0/http/paths")
                .valueStream()
                .anyMatch(path ->
                        services.contains(path.at("/backend/service/name").asText()));
    }

    private String serverPort() {
        return property(springBoot ? "server.port" : "camel.server.port", "8080");
    }

    private String managementPort() {
        return property(
                springBoot ? "management.server.port" : "camel.management.port", springBoot ? serverPort() : "9876");
    }

    /** The number of a port that is named or numbered. */
    private String number(JsonNode port) {
        return port.isInt()
                ? port.asText()
                : ports().filter(candidate -> candidate.path("name").equals(port))
                        .map(candidate -> candidate.path("containerPort").asText())
                        .findFirst()
                        .orElse("");
    }

    private String name(String number) {
        return ports().filter(port -> port.path("containerPort").asText().equals(number))
                .map(port -> port.path("name").asText(number))
                .findFirst()
                .orElse(number);
    }

    private Stream<JsonNode> ports() {
        return deployment.at(CONTAINER + "/ports").valueStream();
    }

    private String property(String name, String otherwise) {
        return properties.getOrDefault(normal(name), otherwise);
    }

    /** Spring Boot writes {@code shutdown-timeout}. */
    private static String normal(String name) {
        return name.replace("-", "").toLowerCase(Locale.ROOT);
    }

    private void add(String pointer, String advice) {
        problems.add(deployment.problem(pointer, advice));
    }
}
