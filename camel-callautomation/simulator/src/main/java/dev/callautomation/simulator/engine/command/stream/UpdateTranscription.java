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

/** An application changes the language of a transcription that is going on. */
public record UpdateTranscription(String legId, String locale, String speechModel, OperationTag tag)
        implements Command<Void> {

    @Override
    public Void run(CommandContext context) {
        Call call = context.establishedCallOfLeg(legId);
        Leg leg = call.leg(legId);
        Stream stream = StreamTransitions.of(leg, StreamKind.TRANSCRIPTION);
        if (!stream.isActive()) {
            throw new ServiceError(400, "8500", "Invalid media mode: transcription is not active; start it first.");
        }
        StreamSetup.Transcription setup = (StreamSetup.Transcription) stream.setup();
        context.save(StreamTransitions.updated(context, call, leg, stream.with(setup.in(locale, speechModel)), tag));
        return null;
    }
}
