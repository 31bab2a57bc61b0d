package dev.callautomation.simulator.rest;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** All operations. */
final class Operations {

    static final List<Operation> ALL = List.of(
            new CreateCallOperation(),
            new AnswerCallOperation(),
            new RejectCallOperation(),
            new RedirectCallOperation(),
            new ConnectOperation(),
            new GetCallOperation(),
            new HangUpOperation(),
            new TerminateOperation(),
            new TransferOperation(),
            new ListParticipantsOperation(),
            new GetParticipantOperation(),
            new AddParticipantOperation(),
            new RemoveParticipantOperation(),
            new CancelAddParticipantOperation(),
            new MuteOperation(),
            new MoveParticipantsOperation(),
            new PlayOperation(),
            new RecognizeOperation(),
            new CancelAllMediaOperation(),
            new StartContinuousDtmfOperation(),
            new StopContinuousDtmfOperation(),
            new SendDtmfTonesOperation(),
            new HoldOperation(),
            new UnholdOperation(),
            new StartMediaStreamingOperation(),
            new StopMediaStreamingOperation(),
            new StartTranscriptionOperation(),
            new StopTranscriptionOperation(),
            new UpdateTranscriptionOperation(),
            new StartRecordingOperation(),
            new GetRecordingOperation(),
            new StopRecordingOperation(),
            new PauseRecordingOperation(),
            new ResumeRecordingOperation());

    private Operations() {}

    /** The names of all, sorted. */
    static SortedSet<String> names() {
        return ALL.stream().map(Operation::name).collect(Collectors.toCollection(TreeSet::new));
    }
}
