package dev.callautomation.simulator.rest;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.callautomation.simulator.auth.HmacVerifier;
import dev.callautomation.simulator.auth.SignedRequest;
import dev.callautomation.simulator.engine.result.ServiceError;
import dev.callautomation.simulator.execution.CommandExecutor;
import dev.callautomation.simulator.execution.OpenRequests;
import dev.callautomation.simulator.execution.SimulatorClock;
import dev.callautomation.simulator.fault.ActiveFaults;
import dev.callautomation.simulator.fault.DelayedResponses;
import dev.callautomation.simulator.fault.Fault;
import dev.callautomation.simulator.timeline.Timeline;

/** Does what all operations share: signature, api-version, repetition, errors, the timeline. */
public final class RestApi {

    private static final Logger LOG = LoggerFactory.getLogger(RestApi.class);

    private final CommandExecutor executor;
    private final HmacVerifier verifier;
    private final ApiVersions versions;
    private final RepeatableRequests repeats = new RepeatableRequests();
    private final RequestTimeline notes;
    private final FaultInjector faultInjector;
    private final OpenRequests open;
    private final int pageSize;
    private final BooleanSupplier overloaded;

    /**
     * An API of an engine.
     *
     * @param overloaded whether so many events wait to be delivered that requests which lead to more are refused
     */
    public RestApi(
            CommandExecutor executor,
            SimulatorClock clock,
            Timeline timeline,
            HmacVerifier verifier,
            boolean strictApiVersion,
            int pageSize,
            ActiveFaults faults,
            DelayedResponses delayedResponses,
            OpenRequests open,
            BooleanSupplier overloaded) {
        this.executor = executor;
        this.open = open;
        this.overloaded = overloaded;
        this.verifier = verifier;
        this.versions = new ApiVersions(strictApiVersion);
        this.notes = new RequestTimeline(executor, clock, timeline);
        this.pageSize = pageSize;
        this.faultInjector = new FaultInjector(faults, delayedResponses);
    }

    /**
     * Checks that faults name operations there are.
     *
     * @throws IllegalArgumentException saying which one there is not
     */
    public static void checkOperations(List<Fault> faults) {
        FaultInjector.checkOperations(faults);
    }

    /**
     * Checks that there is an operation of this name.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static void checkOperation(String name) {
        Set<String> known = Operations.names();
        if (!known.contains(name)) {
            throw new IllegalArgumentException("There is no operation " + name + ": name one of " + known + ".");
        }
    }

    /** Forgets repeatable requests and answers those that wait. */
    public void reset() {
        faultInjector.reset();
        repeats.clear();
    }

    /** Answers a request whose body has been read. */
    public void handle(RoutingContext context) {
        // clients that join an endpoint ending in a slash to a path send two of them
        String sent = context.request().path();
        String path = sent.startsWith("//") ? sent.replaceFirst("^/+", "/") : sent;
        for (Operation operation : Operations.ALL) {
            if (operation.mayHandle(context.request().method(), path)) {
                Matcher matcher = operation.path().matcher(path);
                if (matcher.matches()) {
                    handle(context, operation, matcher);
                    return;
                }
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
        RequestTimeline.Note note = notes.begin(operation.name(), received, http);
        PendingResponse answering = new PendingResponse(http, note, faultInjector, open);
        Reply reply;
        try {
            Map<String, String> query = new TreeMap<>();
            http.params().forEach(parameter -> query.put(parameter.getKey(), parameter.getValue()));
            versions.check(query.get("api-version"));
            Body body = Body.read(bytes);
            note.about(path, body, bytes);
            Request request = new Request(path, query, body, () -> base(http), pageSize, executor, answering.gate());
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
        if (overloaded.getAsBoolean() && !HttpMethod.GET.equals(operation.method())) {
            return Reply.error(ServiceError.throttled(
                    "Too many events have not been delivered yet: their receivers are slow or do not answer."));
        }
        return operation.repeatable()
                ? repeats.once(
                        http.getHeader(RepeatableRequests.ID),
                        http.getHeader(RepeatableRequests.FIRST_SENT),
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
