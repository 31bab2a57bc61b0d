package dev.callautomation.examples.manifests;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;

/** Whether the service reaches an Integration or a Pipe: the trait ingress, and the address that the component gives to the service. */
final class CamelKIngress {

    static final String CALLBACK_PATH = "/callautomation/events";

    private static final Pattern ADDRESS = Pattern.compile("([a-z]+)://([-.A-Za-z0-9]+)(:[0-9]+)?(/.*)?");
    private static final String COMPONENT = "camel.component.callautomation.";
    private static final String INGRESS = "/spec/traits/ingress";

    /** Traits that expose an application without an Ingress. */
    private static final List<String> OTHERS = List.of("knative-service", "route", "gateway");

    private final Resources resources;
    private final List<Problem> problems = new ArrayList<>();

    CamelKIngress(Resources resources) {
        this.resources = resources;
    }

    List<Problem> check() {
        resources.of("Integration", "Pipe").forEach(this::check);
        return problems;
    }

    private void check(Manifest application) {
        Map<String, Setting> settings = Setting.mounted(application, resources);
        JsonNode ingress = application.at(INGRESS);
        boolean checked = ingress.path("enabled").asBoolean(true)
                && OTHERS.stream().noneMatch(trait -> application
                        .at("/spec/traits/" + trait + "/enabled")
                        .asBoolean());
        if (checked) {
            checkIngress(application, settings);
        }
        Setting callback = settings.get(COMPONENT + "callbackUri");
        if (callback != null && !callback.value().contains("{{")) {
            checkCallback(callback, checked ? ingress.path("host").asText() : "");
        }
    }

    private void checkIngress(Manifest application, Map<String, Setting> settings) {
        JsonNode ingress = application.at(INGRESS);
        String host = ingress.path("host").asText();
        if (host.isEmpty()) {
            add(application, "", "add host: the service delivers events to it");
        }
        List<String> secured =
                ingress.path("tlsHosts").valueStream().map(JsonNode::asText).toList();
        if (!host.isEmpty() && !secured.contains(host)) {
            add(application, "/host", "add it to tlsHosts: the service delivers events to https only");
        }
        if (!ingress.has("tlsSecretName")) {
            add(
                    application,
                    "",
                    "add tlsSecretName, the Secret with the certificate: the service delivers events to https only");
        }
        Setting changed = settings.get(COMPONENT + "callbackPath");
        String callback = changed == null ? CALLBACK_PATH : changed.value();
        if (!isReached(ingress, callback)) {
            add(application, "/paths", "no path is that of the callbacks; write " + callback);
        }
    }

    /** Without paths, Camel K takes all. */
    private static boolean isReached(JsonNode ingress, String callback) {
        boolean exact = ingress.path("pathType").asText("Prefix").equals("Exact");
        return !ingress.has("paths")
                || ingress.path("paths")
                        .valueStream()
                        .map(JsonNode::asText)
                        .anyMatch(path -> path.equals(callback)
                                || !exact && callback.startsWith(path.endsWith("/") ? path : path + "/"));
    }

    private void checkCallback(Setting callback, String host) {
        refusal(callback.value(), host).ifPresent(advice -> problems.add(callback.problem(advice)));
    }

    /**
     * What is wrong with a public address.
     *
     * @param host of the Ingress; empty if it is not known
     */
    static Optional<String> refusal(String address, String host) {
        Matcher uri = ADDRESS.matcher(address.strip());
        if (!uri.matches()) {
            return Optional.of("write https:// and the host" + (host.isEmpty() ? "" : ", " + host));
        }
        if (!uri.group(1).equals("https")) {
            return Optional.of("the service delivers events to https only; write https://" + uri.group(2));
        }
        return host.isEmpty() || host.equals(uri.group(2))
                ? Optional.empty()
                : Optional.of("the host of the Ingress is another; write https://" + host);
    }

    private void add(Manifest manifest, String at, String advice) {
        problems.add(manifest.problem(INGRESS + at, advice));
    }
}
