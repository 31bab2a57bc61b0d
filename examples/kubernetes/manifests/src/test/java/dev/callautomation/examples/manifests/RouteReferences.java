package dev.callautomation.examples.manifests;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

/** What the routes of an Integration say of each other: ids, and endpoints that another route consumes. */
final class RouteReferences {

    private static final String FLOWS = "/spec/flows";
    private static final Set<String> INTERNAL = Set.of("direct", "seda");

    private final Resources resources;
    private final List<Problem> problems = new ArrayList<>();

    RouteReferences(Resources resources) {
        this.resources = resources;
    }

    List<Problem> check() {
        resources.of("Integration").forEach(integration -> {
            checkIds(integration);
            checkInternal(integration);
        });
        return problems;
    }

    private void checkIds(Manifest integration) {
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < integration.at(FLOWS).size(); i++) {
            String pointer = FLOWS + "/" + i + "/route/id";
            JsonNode id = integration.at(pointer);
            if (id.isTextual() && !ids.add(id.asText())) {
                problems.add(integration.problem(
                        pointer, "another route has the id " + id.asText() + "; write one of its own"));
            }
        }
    }

    private void checkInternal(Manifest integration) {
        List<Endpoint> endpoints = Endpoint.in(integration.at(FLOWS), FLOWS).stream()
                .filter(endpoint -> INTERNAL.contains(endpoint.scheme()))
                .toList();
        Set<String> consumed = new HashSet<>();
        endpoints.stream().filter(Endpoint::consumer).forEach(endpoint -> consumed.add(address(endpoint)));
        endpoints.stream()
                .filter(endpoint -> !endpoint.consumer() && !endpoint.name().matches(".*([$]|[{][{]).*"))
                .filter(endpoint -> !consumed.contains(address(endpoint)))
                .forEach(endpoint -> problems.add(integration.problem(
                        endpoint.pointer(),
                        "no route begins with " + address(endpoint) + Suggestion.of(address(endpoint), consumed))));
    }

    private static String address(Endpoint endpoint) {
        return endpoint.scheme() + ":" + endpoint.name();
    }
}
