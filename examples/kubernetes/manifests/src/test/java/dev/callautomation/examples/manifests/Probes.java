package dev.callautomation.examples.manifests;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

/**
 * The probes of the first container of a Deployment, sent to an application on this machine.
 *
 * @param port of the application's management
 */
public record Probes(Manifest deployment, int port) {

    /**
     * The HTTP status of a probe.
     *
     * @param probe {@code readiness}, {@code liveness} or {@code startup}
     */
    public int status(String probe) throws IOException, InterruptedException {
        String path = deployment
                .at("/spec/template/spec/containers/0/" + probe + "Probe/httpGet/path")
                .asText();
        URI uri = URI.create("http://localhost:" + port + path);
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.discarding())
                .statusCode();
    }
}
