package dev.callautomation.examples.manifests;

import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** All checks of manifests that are applied together. */
public final class ManifestCheck {

    private final SchemaCheck schemas = new SchemaCheck();

    /** The mistakes. References are checked if the members of all manifests are right. */
    public List<Problem> check(List<Manifest> manifests) {
        List<Problem> problems = manifests.stream()
                .flatMap(manifest -> members(manifest).stream())
                .toList();
        return problems.isEmpty() ? references(manifests) : problems;
    }

    /**
     * The mistakes in a Deployment and what leads to it, by the properties of its application.
     *
     * @param name       of the Deployment
     * @param properties content of {@code application.properties}
     */
    public List<Problem> checkApplication(List<Manifest> manifests, String name, String properties) {
        Resources resources = new Resources(manifests);
        Manifest deployment = resources
                .find("Deployment", name)
                .orElseThrow(() -> new IllegalArgumentException("no Deployment has the name " + name));
        return new ApplicationCheck(resources, deployment, properties).check();
    }

    /** Properties of a file whose names or values Camel refuses; placeholders are not checked. */
    public List<String> checkProperties(String text) {
        Properties properties = Setting.parse(text);
        CamelNames names = new CamelNames();
        return properties.stringPropertyNames().stream()
                .filter(key -> key.startsWith("camel."))
                .flatMap(key ->
                        names.refusal(key, properties.getProperty(key).replaceAll("[$][{](\\w+)}", "{{$1}}")).stream()
                                .map(advice -> key + ": " + advice))
                .toList();
    }

    /** The mistakes in the members of a manifest and in its routes. */
    List<Problem> members(Manifest manifest) {
        List<Problem> problems = new ArrayList<>(schemas.check(manifest));
        if (problems.isEmpty()) {
            problems.addAll(schemas.checkRoutes(manifest));
        }
        return problems;
    }

    /** The mistakes in what manifests say of each other, and in the settings of Camel. */
    List<Problem> references(List<Manifest> manifests) {
        Resources resources = new Resources(manifests);
        List<Problem> problems = new ArrayList<>(resources.duplicates());
        problems.addAll(new KubernetesReferences(resources).check());
        problems.addAll(new PodCheck(resources).check());
        problems.addAll(new CamelKReferences(resources).check());
        problems.addAll(new CamelKDependencies(resources).check());
        problems.addAll(new CamelKIngress(resources).check());
        problems.addAll(new RequiredSettings(resources).check());
        problems.addAll(new RouteReferences(resources).check());
        problems.addAll(new CamelSettings(resources).check());
        return problems;
    }
}
