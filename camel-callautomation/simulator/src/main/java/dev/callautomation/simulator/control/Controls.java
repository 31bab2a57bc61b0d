package dev.callautomation.simulator.control;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;

import dev.callautomation.simulator.engine.call.Conference;
import dev.callautomation.simulator.engine.media.Tone;
import dev.callautomation.simulator.engine.media.Utterance;
import dev.callautomation.simulator.engine.phone.PhoneSetting;
import dev.callautomation.simulator.engine.phone.PhoneStatus;
import dev.callautomation.simulator.engine.recording.Recording;
import dev.callautomation.simulator.fault.Fault;
import dev.callautomation.simulator.fault.FaultCount;
import dev.callautomation.simulator.model.CallSnapshot;
import dev.callautomation.simulator.model.CustomContext;
import dev.callautomation.simulator.model.EventGridSubscription;
import dev.callautomation.simulator.model.Identifier;
import dev.callautomation.simulator.model.PhoneBehaviour;
import dev.callautomation.simulator.model.Reaction;
import dev.callautomation.simulator.model.SubscriptionStatus;
import dev.callautomation.simulator.model.TimelineContent;
import dev.callautomation.simulator.model.TimelineEntry;

/** What the control API and the Java API can do to a simulator. */
public interface Controls {

    /** Sets a phone's behaviour; {@code ring} may be {@code null} for the default. */
    PhoneSetting setPhone(Identifier phone, PhoneBehaviour behaviour, Duration ring);

    /** Says what a phone does by itself in its calls. */
    void script(Identifier phone, List<Reaction> script);

    /** A phone dials; returns the id of the call, which is also that of the leg an application will answer with. */
    String call(Identifier from, Identifier to, String displayName, CustomContext customContext);

    /** A phone joins a group call or a room, the first one starts it; returns the id of the call. */
    String join(Identifier phone, Conference meeting);

    /** Picks a ringing phone up; returns the id of the call. */
    String answer(Identifier phone);

    /** Declines at a ringing phone; returns the id of the call. */
    String decline(Identifier phone);

    /** Hangs a phone up; returns the id of the call. */
    String hangUp(Identifier phone);

    /** Presses keys of a phone in a call; returns the id of the call. */
    String press(Identifier phone, List<Tone> tones);

    /** Speaks into a phone in a call; returns the id of the call. */
    String say(Identifier phone, Utterance utterance);

    /** The phones that were set or are in a call. */
    Map<Identifier, PhoneStatus> phones();

    /**
     * The first phones that were set, those of the newest calls and the last that heard something.
     *
     * @param limit of each of these three, and of the calls that are listed for one phone
     */
    Map<Identifier, PhoneStatus> phones(int limit);

    /** Any phone; one that was never set has the defaults. */
    PhoneStatus phone(Identifier phone);

    List<CallSnapshot> calls();

    /** At most so many calls, the newest, oldest first. */
    List<CallSnapshot> newestCalls(int limit);

    Optional<CallSnapshot> call(String callOrConnectionId);

    List<TimelineEntry> timeline(String callOrConnectionId);

    /** What an entry stands for, empty when that is nothing that was sent or is no longer kept. */
    Optional<TimelineContent> timelineContent(String callOrConnectionId, long number);

    /** Whether {@link #timelineContent} is there. */
    boolean hasTimelineContent(String callId, long number);

    /** What is and was recorded of a call, oldest first; empty for an unknown call. */
    List<Recording> recordings(String callOrConnectionId);

    /** Makes the file of a recording that goes on longer by so much silence. */
    Recording padRecording(String recordingId, Duration silence);

    /** Fails with an {@link IllegalStateException} that holds the reason. */
    Future<SubscriptionStatus> subscribe(EventGridSubscription subscription);

    /** Repeats the handshake until it succeeds; the result is the state after the first attempt. */
    Future<SubscriptionStatus> subscribeWithRetry(EventGridSubscription subscription);

    /** All subscriptions, oldest first. */
    List<SubscriptionStatus> subscriptions();

    /** Ends a subscription; tells whether there was one. */
    boolean unsubscribe(String subscriptionId);

    /** Puts these faults in the place of those before; throws {@link IllegalArgumentException} saying what is wrong. */
    void setFaults(List<Fault> faults);

    /** All faults and how often each has matched. */
    List<FaultCount> faults();

    /**
     * Plays a scenario; the result is the report.
     *
     * @param file its name in messages
     * @param variables values by name
     * @throws IllegalArgumentException with name, line and column of each mistake
     */
    Future<JsonNode> playScenario(String file, String yaml, Map<String, String> variables);

    /** The time by the simulator's clock. */
    Instant now();

    /** Whether time stands still until it is moved. */
    boolean virtualTime();

    /** Moves virtual time. */
    void advance(Duration by);

    /** Forgets calls, behaviours and faults. */
    void reset();
}
