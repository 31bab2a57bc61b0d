package dev.callautomation.examples.manifests;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;

/** What an Integration or a Pipe needs from Camel K, and the Secrets and ConfigMaps that its traits name. */
final class CamelKReferences {

    private static final Pattern SOURCE = Pattern.compile("(secret|configmap):([^/@]+)(?:/([^@]+))?(?:@.*)?");
    private static final String TRAITS = "/spec/traits";

    private final Resources resources;
    private final List<Problem> problems = new ArrayList<>();

    CamelKReferences(Resources resources) {
        this.resources = resources;
    }

    List<Problem> check() {
        resources.of("Integration", "Pipe").forEach(this::check);
        return problems;
    }

    private void check(Manifest application) {
        for (String list : List.of("/mount/configs", "/mount/resources", "/environment/vars")) {
            JsonNode entries = application.at(TRAITS + list);
            for (int i = 0; i < entries.size(); i++) {
                checkSource(
                        application, TRAITS + list + "/" + i, entries.path(i).asText());
            }
        }
        checkFiles(application);
        checkEntrance(application);
        checkRuntime(application);
    }

    private void checkSource(Manifest application, String pointer, String entry) {
        Matcher source = SOURCE.matcher(entry.replaceFirst("^[A-Za-z0-9_]+=", ""));
        if (source.matches()) {
            resources
                    .refusal(
                            source.group(1).equals("secret") ? "Secret" : "ConfigMap",
                            source.group(2),
                            source.group(3) == null ? "" : source.group(3))
                    .ifPresent(advice -> problems.add(application.problem(pointer, advice)));
        }
    }

    /** Files with other names are mounted, and are no properties. */
    private void checkFiles(Manifest application) {
        JsonNode configs = application.at(Setting.CONFIGS);
        for (int i = 0; i < configs.size(); i++) {
            String pointer = Setting.CONFIGS + "/" + i;
            Matcher source = SOURCE.matcher(configs.path(i).asText());
            if (source.matches()) {
                String kind = source.group(1).equals("secret") ? "Secret" : "ConfigMap";
                resources.find(kind, source.group(2)).stream()
                        .flatMap(manifest -> Resources.entries(manifest).propertyStream())
                        .map(Map.Entry::getKey)
                        .filter(key ->
                                source.group(3) == null || source.group(3).equals(key))
                        .filter(key -> !key.endsWith(".properties"))
                        .forEach(key -> add(
                                application,
                                pointer,
                                "the entry " + key + " is no file of properties; write " + key.replaceFirst("[.].*", "")
                                        + ".properties"));
            }
        }
    }

    /** Camel K does not know that the component receives requests. */
    private void checkEntrance(Manifest application) {
        JsonNode traits = application.at(TRAITS);
        if (traits.path("knative-service").path("enabled").asBoolean()) {
            if (!application.at("/spec/profile").asText().equals("Knative")
                    && application.kind().equals("Integration")) {
                add(application, "/spec/profile", "set Knative: other profiles ignore the trait knative-service");
            }
            return;
        }
        JsonNode service = traits.path("service");
        if (!service.path("enabled").asBoolean() || service.path("auto").asBoolean(true)) {
            add(
                    application,
                    TRAITS + "/service",
                    "set enabled: true and auto: false, or knative-service: {enabled: true}: there is no Service otherwise");
        }
    }

    private void checkRuntime(Manifest application) {
        JsonNode health = application.at(TRAITS + "/health");
        boolean knative = application.at(TRAITS + "/knative-service/enabled").asBoolean();
        if (!knative && !health.path("enabled").asBoolean()) {
            add(
                    application,
                    TRAITS + "/health/enabled",
                    "write true: events arrive at pods whose routes are not started otherwise");
        }
        JsonNode container = application.at(TRAITS + "/container");
        for (String resource : List.of("CPU", "Memory")) {
            if (Quantity.isGreater(container.path("request" + resource), container.path("limit" + resource))) {
                add(
                        application,
                        TRAITS + "/container/request" + resource,
                        "it is greater than the limit; write "
                                + container.path("limit" + resource).asText() + " or less");
            }
        }
        JsonNode camel = application.at(TRAITS + "/camel");
        if (!camel.path("runtimeProvider").asText().equals("plain-quarkus") || !camel.has("runtimeVersion")) {
            add(
                    application,
                    TRAITS + "/camel",
                    "set runtimeProvider: plain-quarkus and a runtimeVersion with Camel 4.18: the default of Camel K 2.10 is Camel 4.8");
        }
    }

    private void add(Manifest manifest, String pointer, String advice) {
        problems.add(manifest.problem(pointer, advice));
    }
}
