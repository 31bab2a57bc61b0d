package dev.callautomation.simulator.rest;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.callautomation.simulator.auth.HmacVerifier;
import dev.callautomation.simulator.auth.SignedRequest;
import dev.callautomation.simulator.engine.ServiceError;
import dev.callautomation.simulator.fault.Fault;
import dev.callautomation.simulator.fault.Faults;
import dev.callautomation.simulator.fault.HeldAnswers;
import dev.callautomation.simulator.switchboard.SimulatorClock;
import dev.callautomation.simulator.switchboard.Switchboard;
import dev.callautomation.simulator.timeline.Timeline;

/** Does what all operations share: signature, api-version, repetition, errors, the timeline. */
public final class RestApi {

    private static final Logger LOG = LoggerFactory.getLogger(RestApi.class);

    private final Switchboard switchboard;
    private final HmacVerifier verifier;
    private final ApiVersions versions;
    private final Repeats repeats = new Repeats();
    private final RequestNotes notes;
    private final Mishaps mishaps;
    private final int pageSize;

    public RestApi(
            Switchboard switchboard,
            SimulatorClock clock,
            Timeline timeline,
            HmacVerifier verifier,
            boolean strictApiVersion,
            int pageSize,
            Faults faults,
            HeldAnswers heldAnswers) {
        this.switchboard = switchboard;
        this.verifier = verifier;
        this.versions = new ApiVersions(strictApiVersion);
        this.notes = new RequestNotes(switchboard, clock, timeline);
        this.pageSize = pageSize;
        this.mishaps = new Mishaps(faults, heldAnswers);
    }

    /**
     * Checks that faults name operations there are.
     *
     * @throws IllegalArgumentException saying which one there is not
     */
    public static void checkOperations(List<Fault> faults) {
        Mishaps.checkOperations(faults);
    }

    /** Forgets repeatable requests and answers those that wait. */
    public void reset() {
        mishaps.reset();
        repeats.clear();
    }

    /** Answers a request whose body has been read. */
    public void handle(RoutingContext context) {
        // clients that join an endpoint ending in a slash to a path send two of them
        String path = context.request().path().replaceFirst("^/+", "/");
        for (Operation operation : Operations.ALL) {
            Matcher matcher = operation.path().matcher(path);
            if (operation.method().equals(context.request().method()) && matcher.matches()) {
                handle(context, operation, matcher);
                return;
            }
        }
        Reply.error(
                        404,
                        "NotFound",
                        "No HTTP resource was found that matches the request URI '"
                                + context.request().path() + "' and method "
                                + context.request().method() + ".")
                .sendTo(context.response());
    }

    private void handle(RoutingContext context, Operation operation, Matcher path) {
        HttpServerRequest http = context.request();
        byte[] bytes = context.body().buffer() == null
                ? new byte[0]
                : context.body().buffer().getBytes();
        Instant received = notes.now();
        Optional<String> unsigned = verifier.problem(
                new SignedRequest(http.method().name(), http.uri(), http::getHeader, bytes), Instant.now());
        if (unsigned.isPresent()) {
            Reply.error(401, "7509", unsigned.get()).sendTo(context.response());
            return;
        }
        RequestNotes.Note note = notes.begin(operation.name(), received);
        Answering answering = new Answering(http, note, mishaps);
        Reply reply;
        try {
            Map<String, String> query = new TreeMap<>();
            http.params().forEach(parameter -> query.put(parameter.getKey(), parameter.getValue()));
            versions.check(query.get("api-version"));
            Body body = Body.read(bytes);
            note.about(path, body);
            URI base = base(http);
            Request request = new Request(path, query, body, base, pageSize, switchboard, answering.gate());
            reply = answering.refusal().orElseGet(() -> execute(operation, request, http));
        } catch (ServiceError e) {
            reply = Reply.error(e);
        } catch (RuntimeException e) {
            LOG.error("{} failed in the simulator itself", operation.name(), e);
            reply = Reply.error(500, "9999", "The simulator failed; its log tells more.");
        }
        answering.answer(reply);
    }

    private Reply execute(Operation operation, Request request, HttpServerRequest http) {
        return operation.repeatable()
                ? repeats.once(
                        http.getHeader(Repeats.ID),
                        http.getHeader(Repeats.FIRST_SENT),
                        http.method() + " " + request.path().group(),
                        () -> attempt(operation, request))
                : attempt(operation, request);
    }

    /** Where the client reached us. The official Java client leaves the port out of the Host header. */
    private static URI base(HttpServerRequest http) {
        HostAndPort host = http.authority();
        int port = host.port() < 0 ? http.localAddress().port() : host.port();
        return URI.create(http.scheme() + "://" + host.host() + ":" + port);
    }

    private static Reply attempt(Operation operation, Request request) {
        try {
            return operation.handle(request);
        } catch (ServiceError e) {
            return Reply.error(e);
        }
    }
}
