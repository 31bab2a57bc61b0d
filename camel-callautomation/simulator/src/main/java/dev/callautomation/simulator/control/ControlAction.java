package dev.callautomation.simulator.control;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;

/**
 * An operation of the control API and what does it.
 *
 * @param takesList whether the body is a list instead of an object
 * @param members that an object in the body may have; empty when it has none
 */
record ControlAction(
        HttpMethod method, PathTemplate path, String summary, boolean takesList, Set<String> members, Handler handler) {

    /** Does it. */
    @FunctionalInterface
    interface Handler {

        /**
         * Answers a request.
         *
         * @param id the decoded path parameter, {@code null} when there is none
         * @param body of a GET, the parameters of the query and a {@code number} in the path
         * @throws IllegalArgumentException saying what is wrong with the request
         */
        Future<ControlReply> handle(String id, JsonNode body);
    }

    /** The operations of {@code openapi.yaml}, which has their methods and paths. */
    static List<ControlAction> all(Controls controls) {
        Map<String, Handler> handlers = handlers(controls);
        List<ControlAction> actions = OpenApi.document().operations().stream()
                .map(operation -> of(operation, handlers.remove(operation.id())))
                .toList();
        if (!handlers.isEmpty()) {
            throw new IllegalStateException("openapi.yaml does not describe " + handlers.keySet());
        }
        return actions;
    }

    private static ControlAction of(OpenApi.Operation operation, Handler handler) {
        if (handler == null) {
            throw new IllegalStateException("openapi.yaml describes " + operation.id() + ", which does not exist");
        }
        return new ControlAction(
                operation.method(),
                new PathTemplate(operation.path()),
                operation.summary(),
                operation.takesList(),
                operation.members(),
                handler);
    }

    /** What does each operation, by its id. */
    static Map<String, Handler> handlers(Controls controls) {
        PhoneControls phones = new PhoneControls(controls);
        SpeechControls talk = new SpeechControls(controls);
        CallControls calls = new CallControls(controls);
        TimelineControls timelines = new TimelineControls(controls);
        ScenarioControls scenarios = new ScenarioControls(controls);
        RecordingControls recordings = new RecordingControls(controls);
        SubscriptionControls subscriptions = new SubscriptionControls(controls);
        SystemControls system = new SystemControls(controls);
        FaultControls faults = new FaultControls(controls);
        Map<String, Handler> handlers = new HashMap<>();
        handlers.put("listPhones", phones::list);
        handlers.put("getPhone", phones::get);
        handlers.put("setPhone", phones::set);
        handlers.put("callFromPhone", phones::call);
        handlers.put("answerOnPhone", phones::answer);
        handlers.put("declineOnPhone", phones::decline);
        handlers.put("hangUpPhone", phones::hangUp);
        handlers.put("pressKeys", talk::press);
        handlers.put("sayOnPhone", talk::say);
        handlers.put("listCalls", calls::list);
        handlers.put("getCall", calls::get);
        handlers.put("getTimeline", timelines::list);
        handlers.put("getTimelineEntry", timelines::entry);
        handlers.put("getDiagram", timelines::diagram);
        handlers.put("getScenario", timelines::scenario);
        handlers.put("listRecordings", recordings::list);
        handlers.put("padRecording", recordings::pad);
        handlers.put("runScenario", scenarios::run);
        handlers.put("getScenarioSchema", scenarios::schema);
        handlers.put("setFaults", faults::set);
        handlers.put("listFaults", faults::list);
        handlers.put("createSubscription", subscriptions::create);
        handlers.put("listSubscriptions", subscriptions::list);
        handlers.put("getSubscription", subscriptions::get);
        handlers.put("deleteSubscription", subscriptions::delete);
        handlers.put("advanceClock", system::advance);
        handlers.put("reset", system::reset);
        handlers.put("getIndex", system::index);
        handlers.put("streamEvents", system::events);
        handlers.put("getOpenApiJson", system::openApiJson);
        handlers.put("getOpenApiYaml", system::openApiYaml);
        return handlers;
    }
}
