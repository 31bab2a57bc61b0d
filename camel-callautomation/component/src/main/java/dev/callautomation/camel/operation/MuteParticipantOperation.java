package dev.callautomation.camel.operation;

import java.util.Map;

import dev.callautomation.camel.model.MuteParticipantsRequest;
import dev.callautomation.camel.model.MuteParticipantsResult;
import dev.callautomation.camel.operation.Completion.Link;

/** The only action on a call connection that takes no callback URI of its own: it causes no event of its own. */
final class MuteParticipantOperation extends JsonOperation<MuteParticipantsRequest> {

    MuteParticipantOperation() {
        super(
                MuteParticipantsRequest.class,
                Map.of(Input.target, "targetParticipants[]", Input.operationContext, "operationContext"));
    }

    @Override
    String path(OperationInputs inputs) {
        return Paths.call(inputs) + "/participants:mute";
    }

    @Override
    void check(MuteParticipantsRequest request) {
        Check.present(request.targetParticipants(), "nothing says who is muted", Input.target);
        if (request.targetParticipants().size() > 1) {
            throw new IllegalArgumentException("the service mutes one party at a time, but "
                    + request.targetParticipants().size() + " are given; " + Input.target.howToGive());
        }
        Check.operationContext(request.operationContext());
    }

    @Override
    OperationResult result(byte[] answer) {
        return OperationResult.of(read(answer, MuteParticipantsResult.class));
    }

    @Override
    public Completion completion() {
        return ends("");
    }

    @Override
    Expectation expectation(OperationInputs inputs, MuteParticipantsRequest document) {
        return Expectation.of(ends(document.targetParticipants().get(0).rawId()))
                .about(Link.CALL, inputs.required(Input.callConnectionId));
    }

    private static Completion ends(String rawId) {
        return Completion.state(rawId, "isMuted", true);
    }
}
