package dev.callautomation.simulator.rest;

import java.util.List;

import dev.callautomation.simulator.engine.command.media.SendDtmfTones;
import dev.callautomation.simulator.engine.media.OperationTag;
import dev.callautomation.simulator.engine.media.Tone;

/** POST /calling/callConnections/{id}:sendDtmfTones, which clients may repeat, unlike other operations on media. */
final class SendDtmfTonesOperation extends Operation.Action {

    private static final int MOST_TONES = 18;

    SendDtmfTonesOperation() {
        super("sendDtmfTones", call(":sendDtmfTones"));
    }

    @Override
    Reply handle(Request request) {
        Body body = request.body();
        List<Tone> tones = MediaRequests.tones(body, "tones");
        if (tones.isEmpty() || tones.size() > MOST_TONES) {
            throw Body.invalid("tones must hold 1 to " + MOST_TONES);
        }
        OperationTag tag = MediaRequests.tag(body);
        request.run(new SendDtmfTones(request.callConnectionId(), body.identifier("targetParticipant"), tones, tag));
        return Reply.with(202, "operationContext", tag.context());
    }
}
