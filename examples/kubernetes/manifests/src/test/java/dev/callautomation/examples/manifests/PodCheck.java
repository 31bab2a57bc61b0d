package dev.callautomation.examples.manifests;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

/** What a pod is given by its Deployment: image, user, file system, resources; and that its management port stays private. */
final class PodCheck {

    private static final String POD = "/spec/template/spec";
    private static final List<String> PROBES = List.of("livenessProbe", "readinessProbe", "startupProbe");

    private final Resources resources;
    private final List<Problem> problems = new ArrayList<>();

    PodCheck(Resources resources) {
        this.resources = resources;
    }

    List<Problem> check() {
        resources.of("Deployment").forEach(deployment -> {
            checkUser(deployment, POD);
            for (int i = 0; i < deployment.at(POD + "/containers").size(); i++) {
                checkContainer(deployment, POD + "/containers/" + i);
            }
        });
        resources
                .of("Service")
                .filter(service -> service.content().path("spec").has("selector"))
                .forEach(this::checkService);
        return problems;
    }

    private void checkContainer(Manifest deployment, String pointer) {
        JsonNode container = deployment.at(pointer);
        checkUser(deployment, pointer);
        String image = container.path("image").asText();
        // a colon before the last slash is that of a port
        String tag = image.substring(image.lastIndexOf('/') + 1);
        if (!tag.contains("@") && (!tag.contains(":") || tag.endsWith(":latest"))) {
            add(
                    deployment,
                    pointer + "/image",
                    "pods run different versions; write a tag, such as " + image.replaceFirst(":latest$", "")
                            + ":0.1.0");
        }
        boolean writable = container.path("volumeMounts").valueStream().anyMatch(mount -> mount.path("mountPath")
                .asText()
                .equals("/tmp"));
        if (container.at("/securityContext/readOnlyRootFilesystem").asBoolean() && !writable) {
            add(
                    deployment,
                    pointer + "/volumeMounts",
                    "add a mount at /tmp, of a volume emptyDir: the HTTP server writes temporary files");
        }
        for (String resource : List.of("cpu", "memory")) {
            JsonNode limit = container.at("/resources/limits/" + resource);
            if (Quantity.isGreater(container.at("/resources/requests/" + resource), limit)) {
                add(
                        deployment,
                        pointer + "/resources/requests/" + resource,
                        "it is greater than the limit; write " + limit.asText() + " or less");
            }
        }
    }

    private void checkUser(Manifest deployment, String pointer) {
        String user = pointer + "/securityContext/runAsUser";
        if (deployment.at(user).isInt() && deployment.at(user).asInt() == 0) {
            add(deployment, user, "0 is root; write that of the Dockerfile, such as 10001");
        }
    }

    /** A Service has no port of the probes. */
    private void checkService(Manifest service) {
        Set<String> management = resources
                .of("Deployment")
                .filter(deployment -> deployment
                        .at("/spec/template/metadata/labels")
                        .properties()
                        .containsAll(service.at("/spec/selector").properties()))
                .flatMap(PodCheck::probePorts)
                .collect(Collectors.toSet());
        for (int i = 0; i < service.at("/spec/ports").size(); i++) {
            String port = "/spec/ports/" + i;
            String pointer = port + (service.at(port).has("targetPort") ? "/targetPort" : "/port");
            if (management.contains(service.at(pointer).asText())) {
                add(service, pointer, "this is the port of the probes; write that of the callbacks, such as http");
            }
        }
    }

    /** Names and numbers. */
    private static Stream<String> probePorts(Manifest deployment) {
        Stream<JsonNode> containers = deployment.at(POD + "/containers").valueStream();
        // an application with one port has its health there
        return containers
                .filter(container -> container.path("ports").size() > 1)
                .flatMap(container -> {
                    List<String> ports = PROBES.stream()
                            .map(probe ->
                                    container.at("/" + probe + "/httpGet/port").asText())
                            .toList();
                    return container
                            .path("ports")
                            .valueStream()
                            .filter(port -> ports.contains(port.path("name").asText())
                                    || ports.contains(port.path("containerPort").asText()))
                            .flatMap(port -> Stream.of(
                                    port.path("name").asText(),
                                    port.path("containerPort").asText()));
                });
    }

    private void add(Manifest manifest, String pointer, String advice) {
        problems.add(manifest.problem(pointer, advice));
    }
}
