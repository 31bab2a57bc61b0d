package dev.callautomation.simulator.engine;

import java.util.LinkedHashMap;
import java.util.Map;

import dev.callautomation.simulator.engine.media.OperationTag;
import dev.callautomation.simulator.engine.stream.Breakdown;
import dev.callautomation.simulator.engine.stream.Stream;
import dev.callautomation.simulator.engine.stream.StreamKind;
import dev.callautomation.simulator.engine.stream.StreamSetup;

/** What happens to a connection's streams, and what the application is told. */
final class StreamDesk {

    private static final ResultInformation SUCCESS = new ResultInformation(200, 0, "Action completed successfully.");

    private StreamDesk() {}

    /** What an operation on a stream works on, 405/8522 when nothing was set up for it. */
    static Stream of(Leg leg, StreamKind kind) {
        Stream stream = leg.streams().get(kind);
        if (stream == null) {
            throw new ServiceError(
                    405,
                    "8522",
                    "Missing configuration: give " + kind.member("Options")
                            + " when creating, answering or connecting to the call.");
        }
        return stream;
    }

    /** Begins what was to begin as soon as the call is connected. */
    static Call beginWaiting(Desk desk, Call before) {
        Call call = before;
        for (Leg leg : before.establishedLegs()) {
            for (Stream stream : leg.streams().values()) {
                if (stream.isWaiting()) {
                    call = start(desk, call, call.leg(leg.id()), stream.starting(stream.setup(), stream.tag()));
                }
            }
        }
        return call;
    }

    /** Has the connection made, which ends in {@link StreamConnected} or {@link StreamBroken}. */
    static Call start(Desk desk, Call call, Leg leg, Stream stream) {
        StreamSetup setup = stream.setup();
        if (setup.transportUrl() == null) {
            return failed(desk, call, leg, stream, Breakdown.NO_URL);
        }
        desk.effect(new Effect.StreamOpens(call.id(), leg.id(), call.correlationId(), stream));
        return call.withLeg(leg.with(stream));
    }

    static Call connected(Desk desk, Call call, Leg leg, Stream stream) {
        tell(desk, call, leg, stream, "Started", "subscriptionStarted", stream.tag(), SUCCESS);
        return call.withLeg(leg.with(stream.in(Stream.State.ACTIVE)));
    }

    static Call failed(Desk desk, Call call, Leg leg, Stream stream, Breakdown why) {
        StreamKind kind = stream.setup().kind();
        ResultInformation result = new ResultInformation(400, why.subCode(kind), "Action failed, " + why.words() + ".");
        tell(desk, call, leg, stream, "Failed", why.details(kind), stream.tag(), result);
        return call.withLeg(leg.with(stream.in(Stream.State.INACTIVE)));
    }

    static Call stopped(Desk desk, Call call, Leg leg, Stream stream, OperationTag tag) {
        desk.effect(new Effect.StreamCloses(call.id(), stream.id()));
        // the end of media streaming was recorded with the context of its beginning
        OperationTag said = stream.setup().kind() == StreamKind.AUDIO
                ? new OperationTag(stream.tag().context(), tag.callbackUri())
                : tag;
        tell(desk, call, leg, stream, "Stopped", "subscriptionStopped", said, SUCCESS);
        return call.withLeg(leg.with(stream.in(Stream.State.INACTIVE)));
    }

    static Call updated(Desk desk, Call call, Leg leg, Stream stream, OperationTag tag) {
        desk.effect(new Effect.StreamChanges(call.id(), stream));
        tell(desk, call, leg, stream, "Updated", "transcriptionLocaleUpdated", tag, SUCCESS);
        return call.withLeg(leg.with(stream));
    }

    /** Closes the streams of a connection that is over; no events follow its end. */
    static Leg ended(Desk desk, Call call, Leg before) {
        Leg leg = before;
        for (Stream stream : before.streams().values()) {
            if (stream.isOpen()) {
                desk.effect(new Effect.StreamCloses(call.id(), stream.id()));
            }
            leg = leg.with(stream.in(Stream.State.INACTIVE));
        }
        return leg;
    }

    private static void tell(
            Desk desk,
            Call call,
            Leg leg,
            Stream stream,
            String what,
            String details,
            OperationTag tag,
            ResultInformation result) {
        StreamKind kind = stream.setup().kind();
        Map<String, Object> update = new LinkedHashMap<>();
        if (kind == StreamKind.AUDIO) {
            update.put("contentType", "Audio");
        }
        update.put(kind.member("Status"), kind.member(what));
        update.put(kind.member("StatusDetails"), details);
        desk.callback(
                call,
                leg,
                kind.event(what),
                Map.of(kind.member("Update"), update),
                tag.context(),
                tag.callbackUri(),
                result);
    }
}
