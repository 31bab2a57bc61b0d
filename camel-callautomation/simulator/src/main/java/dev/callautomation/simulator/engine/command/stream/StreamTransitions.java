package dev.callautomation.simulator.engine.command.stream;

import java.util.LinkedHashMap;
import java.util.Map;

import dev.callautomation.simulator.engine.call.Call;
import dev.callautomation.simulator.engine.call.CommandContext;
import dev.callautomation.simulator.engine.call.Effect;
import dev.callautomation.simulator.engine.call.Leg;
import dev.callautomation.simulator.engine.media.OperationTag;
import dev.callautomation.simulator.engine.result.ResultInformation;
import dev.callautomation.simulator.engine.result.ServiceError;
import dev.callautomation.simulator.engine.stream.Stream;
import dev.callautomation.simulator.engine.stream.StreamError;
import dev.callautomation.simulator.engine.stream.StreamKind;
import dev.callautomation.simulator.engine.stream.StreamSetup;

/** What happens to a connection's streams, and what the application is told. */
public final class StreamTransitions {

    private static final ResultInformation SUCCESS = new ResultInformation(200, 0, "Action completed successfully.");

    private StreamTransitions() {}

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

    /** Starts the streams that wait for the call to be connected. */
    public static void startPending(CommandContext context, Call before) {
        Call call = before;
        for (Leg leg : before.establishedLegs()) {
            for (Stream stream : leg.streams().values()) {
                if (stream.isWaiting()) {
                    call = start(context, call, call.leg(leg.id()), stream.starting(stream.setup(), stream.tag()));
                }
            }
        }
        if (call != before) {
            context.save(call);
        }
    }

    /** Has the connection made, which ends in {@link StreamConnected} or {@link StreamFailed}. */
    static Call start(CommandContext context, Call call, Leg leg, Stream stream) {
        StreamSetup setup = stream.setup();
        if (setup.transportUrl() == null) {
            return failed(context, call, leg, stream, StreamError.NO_URL);
        }
        context.effect(new Effect.OpenStream(call.id(), leg.id(), call.correlationId(), stream));
        return call.withLeg(leg.with(stream));
    }

    static Call connected(CommandContext context, Call call, Leg leg, Stream stream) {
        tell(context, call, leg, stream, "Started", "subscriptionStarted", stream.tag(), SUCCESS);
        return call.withLeg(leg.with(stream.in(Stream.State.ACTIVE)));
    }

    static Call failed(CommandContext context, Call call, Leg leg, Stream stream, StreamError why) {
        StreamKind kind = stream.setup().kind();
        ResultInformation result = new ResultInformation(400, why.subCode(kind), "Action failed, " + why.words() + ".");
        tell(context, call, leg, stream, "Failed", why.details(kind), stream.tag(), result);
        return call.withLeg(leg.with(stream.in(Stream.State.INACTIVE)));
    }

    static Call stopped(CommandContext context, Call call, Leg leg, Stream stream, OperationTag tag) {
        context.effect(new Effect.CloseStream(call.id(), stream.id()));
        // the end of media streaming was recorded with the context of its beginning
        OperationTag said = stream.setup().kind() == StreamKind.AUDIO
                ? new OperationTag(stream.tag().context(), tag.callbackUri())
                : tag;
        tell(context, call, leg, stream, "Stopped", "subscriptionStopped", said, SUCCESS);
        return call.withLeg(leg.with(stream.in(Stream.State.INACTIVE)));
    }

    static Call updated(CommandContext context, Call call, Leg leg, Stream stream, OperationTag tag) {
        context.effect(new Effect.UpdateStream(call.id(), stream));
        tell(context, call, leg, stream, "Updated", "transcriptionLocaleUpdated", tag, SUCCESS);
        return call.withLeg(leg.with(stream));
    }

    /** Closes the streams of a connection that is over; no events follow its end. */
    public static Leg ended(CommandContext context, Call call, Leg before) {
        Leg leg = before;
        for (Stream stream : before.streams().values()) {
            if (stream.isOpen()) {
                context.effect(new Effect.CloseStream(call.id(), stream.id()));
            }
            leg = leg.with(stream.in(Stream.State.INACTIVE));
        }
        return leg;
    }

    private static void tell(
            CommandContext context,
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
        context.callback(
                call,
                leg,
                kind.event(what),
                Map.of(kind.member("Update"), update),
                tag.context(),
                tag.callbackUri(),
                result);
    }
}
