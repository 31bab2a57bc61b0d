package dev.callautomation.simulator.control;

import java.util.List;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;

/** One control call: which request it answers, whether that has a list for a body instead of an object, and how. */
record ControlAction(HttpMethod method, Pattern path, boolean takesList, Handler handler) {

    private static final String PHONE = "/simulator/phones/([^/]+)";

    /** Does it. */
    @FunctionalInterface
    interface Handler {

        /**
         * Answers a request.
         *
         * @param id the decoded path parameter, {@code null} when there is none
         * @throws IllegalArgumentException saying what is wrong with the request
         */
        Future<ControlReply> handle(String id, JsonNode body);
    }

    static List<ControlAction> all(Controls controls) {
        PhoneControls phones = new PhoneControls(controls);
        SpeechControls talk = new SpeechControls(controls);
        CallControls calls = new CallControls(controls);
        RecordingControls recordings = new RecordingControls(controls);
        SystemControls system = new SystemControls(controls);
        FaultControls faults = new FaultControls(controls);
        return List.of(
                of(HttpMethod.POST, PHONE + ":call", phones::call),
                of(HttpMethod.POST, PHONE + ":answer", phones::answer),
                of(HttpMethod.POST, PHONE + ":decline", phones::decline),
                of(HttpMethod.POST, PHONE + ":hangUp", phones::hangUp),
                of(HttpMethod.POST, PHONE + ":press", talk::press),
                of(HttpMethod.POST, PHONE + ":say", talk::say),
                of(HttpMethod.PUT, PHONE, phones::set),
                of(HttpMethod.GET, "/simulator/phones", phones::list),
                of(HttpMethod.GET, "/simulator/calls", calls::list),
                of(HttpMethod.GET, "/simulator/calls/([^/]+)/timeline", calls::timeline),
                of(HttpMethod.GET, "/simulator/calls/([^/]+)/diagram", calls::diagram),
                of(HttpMethod.GET, "/simulator/calls/([^/]+)/recordings", recordings::list),
                of(HttpMethod.POST, "/simulator/recordings/([^/]+):pad", recordings::pad),
                of(HttpMethod.GET, "/simulator/calls/([^/]+)", calls::get),
                of(HttpMethod.GET, "/simulator/?", system::index),
                new ControlAction(HttpMethod.PUT, Pattern.compile("/simulator/faults"), true, faults::set),
                of(HttpMethod.GET, "/simulator/faults", faults::list),
                of(HttpMethod.POST, "/simulator/eventgrid/subscriptions", system::subscribe),
                of(HttpMethod.POST, "/simulator/clock:advance", system::advance),
                of(HttpMethod.POST, "/simulator/reset", system::reset));
    }

    private static ControlAction of(HttpMethod method, String path, Handler handler) {
        return new ControlAction(method, Pattern.compile(path), false, handler);
    }
}
