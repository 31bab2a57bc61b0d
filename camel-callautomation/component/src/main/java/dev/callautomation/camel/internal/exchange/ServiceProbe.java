package dev.callautomation.camel.internal.exchange;

import java.time.Duration;

import io.vertx.core.http.HttpMethod;

import dev.callautomation.camel.internal.client.ApiRequest;
import dev.callautomation.camel.internal.client.ApiResponse;
import dev.callautomation.camel.internal.client.Deadline;
import dev.callautomation.camel.internal.connection.ServiceClient;
import dev.callautomation.camel.internal.support.Availability;

/**
 * Whether the service accepts the requests of a client, by one that changes nothing: for the properties of a call that does not
 * exist.
 */
public final class ServiceProbe {

    private static final String NO_CALL = "/calling/callConnections/00000000-0000-0000-0000-000000000000";
    private static final Duration INTERVAL = Duration.ofSeconds(4);
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int FAILURE_OF_SERVICE = 500;

    private final Availability availability = new Availability(System::nanoTime, INTERVAL, "no response");
    private final ServiceClient client;
    private volatile int lastStatus;

    public ServiceProbe(ServiceClient client) {
        this.client = client;
    }

    /** The address of the service. */
    public String address() {
        return client.calls().address();
    }

    /** The HTTP status of the last response; 0 if the last request had none. */
    public int lastStatus() {
        return lastStatus;
    }

    public Availability.Status status() {
        return availability.status();
    }

    /** Sends a request unless one was sent a moment ago. Does not block. */
    public void probe() {
        availability.beginIfDue().ifPresent(this::send);
    }

    private void send(long attempt) {
        client.calls()
                .send(
                        ApiRequest.withoutBody(HttpMethod.GET, NO_CALL, null),
                        Deadline.after(Availability.TIMEOUT),
                        status -> {})
                .onSuccess(response -> answered(attempt, response))
                .onFailure(failure -> unanswered(attempt, failure));
    }

    private void answered(long attempt, ApiResponse response) {
        int status = response.status();
        lastStatus = status;
        if (status == UNAUTHORIZED || status == FORBIDDEN || status >= FAILURE_OF_SERVICE) {
            availability.failed(
                    attempt, "a request " + Failures.describe(response, ErrorDocument.parse(response.body())));
        } else {
            availability.succeeded(attempt);
        }
    }

    private void unanswered(long attempt, Throwable failure) {
        lastStatus = 0;
        availability.failed(attempt, failure);
    }
}
