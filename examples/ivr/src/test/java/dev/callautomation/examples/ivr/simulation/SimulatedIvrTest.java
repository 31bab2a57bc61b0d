package dev.callautomation.examples.ivr.simulation;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.callautomation.simulator.fault.Fault;
import dev.callautomation.simulator.model.PhoneBehaviour;

import static org.assertj.core.api.Assertions.assertThat;

class SimulatedIvrTest {

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(output, true, StandardCharsets.UTF_8);

    @Test
    void allCallsOfTheExampleTakeTheirExpectedSteps() throws Exception {
        boolean complete = SimulatedIvr.run(out, folder);

        assertThat(complete).as(output::toString).isTrue();
    }

    @Test
    void aCallerWhoseAgentDeclinesOrIsBusyLeavesAMessage() throws Exception {
        boolean complete = SimulatedIvr.run(
                out,
                folder,
                simulator -> {},
                List.of(
                        SimulatedIvr.voicemail("declined", PhoneBehaviour.DECLINE),
                        SimulatedIvr.voicemail("busy", PhoneBehaviour.BUSY)));

        assertThat(complete).as(output::toString).isTrue();
    }

    @Test
    void aCallerWhoseAgentTheServiceRefusesToInviteLeavesAMessage() throws Exception {
        boolean complete = SimulatedIvr.run(
                out,
                folder,
                simulator ->
                        simulator.setFaults(Fault.onOperation("addParticipant").status(403)),
                List.of(SimulatedIvr.voicemail("refused", PhoneBehaviour.ANSWER)));

        assertThat(complete).as(output::toString).isTrue();
    }

    /** The settings can be overridden by system properties. */
    @Test
    void aCallerLeavesAMessageWhenTheEndOfTheInvitationIsNotDelivered() throws Exception {
        System.setProperty("ivr.agent-event-timeout", "500ms");
        try {
            boolean complete = SimulatedIvr.run(
                    out,
                    folder,
                    simulator -> simulator.setFaults(
                            Fault.onEvent("AddParticipantFailed").drop()),
                    List.of(SimulatedIvr.voicemail("no event", PhoneBehaviour.DECLINE)));

            assertThat(complete).as(output::toString).isTrue();
        } finally {
            System.clearProperty("ivr.agent-event-timeout");
        }
    }
}
