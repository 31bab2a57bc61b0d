package dev.callautomation.simulator.engine.command.stream;

import dev.callautomation.simulator.engine.call.Call;
import dev.callautomation.simulator.engine.call.Command;
import dev.callautomation.simulator.engine.call.CommandContext;
import dev.callautomation.simulator.engine.call.Leg;
import dev.callautomation.simulator.engine.media.OperationTag;
import dev.callautomation.simulator.engine.result.ServiceError;
import dev.callautomation.simulator.engine.stream.Stream;
import dev.callautomation.simulator.engine.stream.StreamKind;
import dev.callautomation.simulator.engine.stream.StreamSetup;

/**
 * An application starts a stream it has set up.
 *
 * @param locale language of a transcription, {@code null} for the one set up
 * @param speechModel of a transcription, {@code null} for the one set up
 */
public record StartStream(String legId, StreamKind kind, String locale, String speechModel, OperationTag tag)
        implements Command<Void> {

    @Override
    public Void run(CommandContext context) {
        Call call = context.establishedCallOfLeg(legId);
        Leg leg = call.leg(legId);
        Stream stream = StreamTransitions.of(leg, kind);
        if (stream.isOpen()) {
            throw new ServiceError(400, "8500", "Invalid media mode: the stream is active already; stop it first.");
        }
        StreamSetup setup = stream.setup() instanceof StreamSetup.Transcription transcription
                ? transcription.in(locale, speechModel)
                : stream.setup();
        context.save(StreamTransitions.start(context, call, leg, stream.starting(setup, tag)));
        return null;
    }
}
