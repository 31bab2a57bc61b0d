package dev.callautomation.simulator.control;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

    Map<Identifier, PhoneStatus> phones();

    List<CallSnapshot> calls();

    Optional<CallSnapshot> call(String callOrConnectionId);

    List<TimelineEntry> timeline(String callOrConnectionId);

    /** What is and was recorded of a call, oldest first; empty for an unknown call. */
    List<Recording> recordings(String callOrConnectionId);

    /** Makes the file of a recording that goes on longer by so much silence. */
    Recording padRecording(String recordingId, Duration silence);

    /** Fails with an {@link IllegalStateException} that holds the reason. */
    Future<Void> subscribe(EventGridSubscription subscription);

    /** Puts these faults in the place of those before; throws {@link IllegalArgumentException} saying what is wrong. */
    void setFaults(List<Fault> faults);

    /** All faults and how often each has matched. */
    List<FaultCount> faults();

    /** Moves virtual time. */
    void advance(Duration by);

    /** Forgets calls, behaviours and faults. */
    void reset();
}
