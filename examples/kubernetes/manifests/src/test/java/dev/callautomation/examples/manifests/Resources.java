package dev.callautomation.examples.manifests;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

/** Manifests that refer to each other by kind and name. */
record Resources(List<Manifest> manifests) {

    Stream<Manifest> of(String... kinds) {
        List<String> wanted = List.of(kinds);
        return manifests.stream().filter(manifest -> wanted.contains(manifest.kind()));
    }

    Optional<Manifest> find(String kind, String name) {
        return of(kind).filter(manifest -> manifest.name().equals(name)).findFirst();
    }

    List<String> names(String kind) {
        return of(kind).map(Manifest::name).toList();
    }

    /** Those whose kind and name another has, in the same namespace. */
    List<Problem> duplicates() {
        Set<String> names = new HashSet<>();
        return manifests.stream()
                .filter(manifest -> !names.add(String.join(
                        " ",
                        manifest.at("/apiVersion").asText(),
                        manifest.kind(),
                        manifest.at("/metadata/namespace").asText(),
                        manifest.name())))
                .map(manifest -> manifest.problem(
                        "/metadata/name",
                        "another " + manifest.kind() + " has the name " + manifest.name() + "; write one of its own"))
                .toList();
    }

    /** The entries of a Secret or ConfigMap. */
    static JsonNode entries(Manifest manifest) {
        return manifest.content().path(manifest.kind().equals("Secret") ? "stringData" : "data");
    }

    /**
     * What is wrong with a reference to a Secret or ConfigMap.
     *
     * @param key empty for all entries
     */
    Optional<String> refusal(String kind, String name, String key) {
        Optional<Manifest> found = find(kind, name);
        if (found.isEmpty()) {
            return Optional.of("no " + kind + " has the name " + name + Suggestion.of(name, names(kind)));
        }
        List<String> keys =
                entries(found.get()).propertyStream().map(Map.Entry::getKey).toList();
        if (!key.isEmpty() && !keys.contains(key)) {
            return Optional.of(kind + " " + name + " has no key " + key + Suggestion.of(key, keys));
        }
        return Optional.empty();
    }
}
