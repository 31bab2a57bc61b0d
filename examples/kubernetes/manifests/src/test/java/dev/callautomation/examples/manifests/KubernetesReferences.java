package dev.callautomation.examples.manifests;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

/** What manifests of Kubernetes say of each other: names, labels, ports, and keys of Secrets and ConfigMaps. */
final class KubernetesReferences {

    private static final String POD = "/spec/template/spec";

    private final Resources resources;
    private final List<Problem> problems = new ArrayList<>();

    KubernetesReferences(Resources resources) {
        this.resources = resources;
    }

    List<Problem> check() {
        pods().forEach(this::checkPod);
        resources
                .of("Service")
                .filter(service -> service.content().path("spec").has("selector"))
                .forEach(this::checkService);
        resources.of("Ingress").forEach(this::checkIngress);
        resources.of("PodDisruptionBudget").forEach(this::checkBudget);
        return problems;
    }

    private Stream<Manifest> pods() {
        return resources.manifests().stream()
                .filter(manifest -> manifest.content().at(POD).has("containers"));
    }

    private void checkPod(Manifest workload) {
        checkLabels(workload, "/spec/selector/matchLabels", List.of(workload));
        JsonNode pod = workload.at(POD);
        for (int i = 0; i < pod.path("topologySpreadConstraints").size(); i++) {
            String constraint = POD + "/topologySpreadConstraints/" + i + "/labelSelector/matchLabels";
            checkLabels(workload, constraint, List.of(workload));
        }
        for (int i = 0; i < pod.path("volumes").size(); i++) {
            JsonNode volume = pod.path("volumes").path(i);
            String pointer = POD + "/volumes/" + i;
            checkSource(
                    workload, pointer + "/secret", "Secret", volume.at("/secret/secretName"), volume.path("secret"));
            checkSource(
                    workload,
                    pointer + "/configMap",
                    "ConfigMap",
                    volume.at("/configMap/name"),
                    volume.path("configMap"));
        }
        for (int i = 0; i < pod.path("containers").size(); i++) {
            checkContainer(workload, POD + "/containers/" + i, pod);
        }
    }

    private void checkContainer(Manifest workload, String pointer, JsonNode pod) {
        JsonNode container = workload.at(pointer);
        Set<String> variables = new HashSet<>();
        for (int i = 0; i < container.path("env").size(); i++) {
            JsonNode variable = container.path("env").path(i);
            String at = pointer + "/env/" + i;
            if (!variables.add(variable.path("name").asText())) {
                add(workload, at + "/name", "this variable is there twice; remove one");
            }
            JsonNode secret = variable.at("/valueFrom/secretKeyRef");
            checkSource(workload, at + "/valueFrom/secretKeyRef", "Secret", secret.path("name"), secret);
            JsonNode config = variable.at("/valueFrom/configMapKeyRef");
            checkSource(workload, at + "/valueFrom/configMapKeyRef", "ConfigMap", config.path("name"), config);
        }
        for (int i = 0; i < container.path("envFrom").size(); i++) {
            JsonNode from = container.path("envFrom").path(i);
            String at = pointer + "/envFrom/" + i;
            checkSource(workload, at + "/secretRef", "Secret", from.at("/secretRef/name"), from.path("secretRef"));
            checkSource(
                    workload,
                    at + "/configMapRef",
                    "ConfigMap",
                    from.at("/configMapRef/name"),
                    from.path("configMapRef"));
        }
        List<String> volumes = texts(pod.path("volumes"), "name");
        for (int i = 0; i < container.path("volumeMounts").size(); i++) {
            String name = container.path("volumeMounts").path(i).path("name").asText();
            if (!volumes.contains(name)) {
                add(
                        workload,
                        pointer + "/volumeMounts/" + i + "/name",
                        "the pod has no volume " + name + Suggestion.of(name, volumes));
            }
        }
        for (String probe : List.of("livenessProbe", "readinessProbe", "startupProbe")) {
            for (String kind : List.of("httpGet", "tcpSocket")) {
                checkPort(workload, pointer + "/" + probe + "/" + kind + "/port", List.of(container));
            }
        }
    }

    private void checkSource(Manifest workload, String pointer, String kind, JsonNode name, JsonNode reference) {
        if (name.isTextual() && !reference.path("optional").asBoolean()) {
            resources
                    .refusal(kind, name.asText(), reference.path("key").asText(""))
                    .ifPresent(advice -> add(workload, pointer, advice));
        }
    }

    private void checkService(Manifest service) {
        List<Manifest> selected = selected(service, "/spec/selector");
        checkLabels(service, "/spec/selector", pods().toList());
        List<JsonNode> containers = selected.stream()
                .flatMap(workload -> elements(workload.at(POD + "/containers")))
                .toList();
        for (int i = 0; !containers.isEmpty() && i < service.at("/spec/ports").size(); i++) {
            String port = "/spec/ports/" + i;
            checkPort(service, port + (service.at(port).has("targetPort") ? "/targetPort" : "/port"), containers);
        }
    }

    /** A port of containers, by name or number. */
    private void checkPort(Manifest manifest, String pointer, List<JsonNode> containers) {
        JsonNode port = manifest.at(pointer);
        List<String> known = containers.stream()
                .flatMap(container -> elements(container.path("ports")))
                .map(element ->
                        element.path(port.isInt() ? "containerPort" : "name").asText())
                .toList();
        if (!port.isMissingNode() && !known.contains(port.asText())) {
            add(manifest, pointer, "no container has the port " + port.asText() + Suggestion.of(port.asText(), known));
        }
    }

    private void checkIngress(Manifest ingress) {
        List<String> secured = elements(ingress.at("/spec/tls"))
                .flatMap(tls -> elements(tls.path("hosts")))
                .map(JsonNode::asText)
                .toList();
        for (int i = 0; i < ingress.at("/spec/rules").size(); i++) {
            String rule = "/spec/rules/" + i;
            String host = ingress.at(rule + "/host").asText();
            if (!secured.contains(host)) {
                add(ingress, rule + "/host", "add it to spec.tls.hosts: the service delivers events to https only");
            }
            for (int j = 0; j < ingress.at(rule + "/http/paths").size(); j++) {
                checkBackend(ingress, rule + "/http/paths/" + j + "/backend/service");
            }
        }
    }

    private void checkBackend(Manifest ingress, String pointer) {
        String name = ingress.at(pointer + "/name").asText();
        JsonNode ports = resources
                .find("Service", name)
                .map(service -> service.at("/spec/ports"))
                .orElse(null);
        if (ports == null) {
            add(
                    ingress,
                    pointer + "/name",
                    "no Service has this name" + Suggestion.of(name, resources.names("Service")));
            return;
        }
        for (Map.Entry<String, JsonNode> port : ingress.at(pointer + "/port").properties()) {
            List<String> known = texts(ports, port.getKey().equals("number") ? "port" : "name");
            if (!known.contains(port.getValue().asText())) {
                add(
                        ingress,
                        pointer + "/port/" + port.getKey(),
                        "Service " + name + " has no such port"
                                + Suggestion.of(port.getValue().asText(), known));
            }
        }
    }

    private void checkBudget(Manifest budget) {
        String selector = "/spec/selector/matchLabels";
        checkLabels(budget, selector, pods().toList());
        int available = budget.at("/spec/minAvailable").asInt(0);
        for (Manifest workload : selected(budget, selector)) {
            int replicas = workload.at("/spec/replicas").asInt(1);
            if (available >= replicas) {
                add(
                        budget,
                        "/spec/minAvailable",
                        "set less than the " + replicas + " replicas of " + workload.name()
                                + ", or no node can be drained");
            }
        }
    }

    private void checkLabels(Manifest manifest, String pointer, List<Manifest> workloads) {
        if (!manifest.at(pointer).isMissingNode()
                && workloads.stream().noneMatch(workload -> isSelected(manifest.at(pointer), workload))) {
            add(
                    manifest,
                    pointer,
                    "no pod has these labels; those of pods are "
                            + workloads.stream()
                                    .map(workload -> workload.at("/spec/template/metadata/labels"))
                                    .toList());
        }
    }

    private List<Manifest> selected(Manifest manifest, String pointer) {
        return pods().filter(workload -> isSelected(manifest.at(pointer), workload))
                .toList();
    }

    private static boolean isSelected(JsonNode selector, Manifest workload) {
        JsonNode labels = workload.at("/spec/template/metadata/labels");
        return selector.propertyStream().allMatch(label -> label.getValue().equals(labels.path(label.getKey())));
    }

    private static List<String> texts(JsonNode array, String member) {
        return elements(array).map(element -> element.path(member).asText()).toList();
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private void add(Manifest manifest, String pointer, String advice) {
        problems.add(manifest.problem(pointer, advice));
    }
}
