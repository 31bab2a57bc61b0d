package dev.callautomation.examples.ivr;

import java.nio.file.Path;

import org.apache.camel.main.Main;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import dev.callautomation.camel.test.CallAutomationTest;
import dev.callautomation.simulator.CallAutomationSimulator;
import dev.callautomation.simulator.SimulatedPhone;
import dev.callautomation.simulator.fault.Fault;
import dev.callautomation.simulator.model.PhoneBehaviour;

import static dev.callautomation.simulator.model.Reaction.hearing;
import static org.assertj.core.api.Assertions.assertThat;

/** A caller whom no agent talks to leaves a message. */
@CallAutomationTest
class VoicemailTest {

    private static final String AGENT = "8:acs:3afbe310-c6d9-4b6f-a11e-c2aeb352f207_agent-mary";

    private final Main camel = new Main();
    private CallAutomationSimulator simulator;

    @TempDir
    private Path folder;

    @AfterEach
    void stop() {
        camel.stop();
    }

    @ParameterizedTest
    @EnumSource(names = {"DECLINE", "BUSY"})
    void whenTheAgentDeclinesOrIsBusy(PhoneBehaviour behaviour) {
        simulator.phone(AGENT).behaviour(behaviour);

        aMessageIsLeftAndSaved();
    }

    @Test
    void whenTheServiceRefusesToInviteTheAgent() {
        simulator.setFaults(Fault.onOperation("addParticipant").status(403));

        aMessageIsLeftAndSaved();
    }

    @Test
    void whenTheEndOfTheInvitationIsNotDelivered() {
        camel.addOverrideProperty("ivr.agent-event-timeout", "500ms");
        simulator.phone(AGENT).behaviour(PhoneBehaviour.DECLINE);
        simulator.setFaults(Fault.onEvent("AddParticipantFailed").drop());

        aMessageIsLeftAndSaved();
    }

    private void aMessageIsLeftAndSaved() {
        camel.addInitialProperty("simulation.folder", folder.toString());
        camel.start();
        SimulatedPhone ben = simulator
                .phone("+14255550102")
                .script(
                        hearing("For sales").afterMillis(100).press("1"),
                        hearing("May we record").afterMillis(100).press("2"));
        String call = ben.call("+18005550100");

        ben.heard("Leave a message");
        simulator.expectRequest("startRecording", call);
        ben.say("I would like to order ten more.");
        // menu, consent, and now the end of the message
        simulator.await(call).times(3).request("recognize");
        ben.press("#");
        ben.heard("Thank you");
        simulator.await(call).ended();
        simulator.await(call).until("the recording is deleted at the service", any -> simulator
                .timelines()
                .contains("file is deleted"));
        assertThat(folder.resolve("recordings")).isNotEmptyDirectory();
    }
}
