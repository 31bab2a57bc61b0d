package dev.callautomation.camel;

import java.util.Map;

import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;

import dev.callautomation.camel.event.AddParticipantFailed;
import dev.callautomation.camel.event.AddParticipantSucceeded;
import dev.callautomation.camel.event.CallDisconnected;
import dev.callautomation.camel.event.CallTransferAccepted;
import dev.callautomation.camel.event.CallTransferFailed;
import dev.callautomation.camel.event.CancelAddParticipantSucceeded;
import dev.callautomation.camel.event.MoveParticipantSucceeded;
import dev.callautomation.camel.event.RemoveParticipantSucceeded;
import dev.callautomation.camel.model.CallConnectionProperties;
import dev.callautomation.camel.model.CallConnectionState;
import dev.callautomation.camel.model.CallParticipant;
import dev.callautomation.camel.model.TransferCallResponse;
import dev.callautomation.simulator.model.PhoneBehaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Who is in a call, against the simulator; subclasses bring the same routes in one DSL each. */
abstract class PartyScenarios extends SimulatorTestSupport {

    @Test
    void aCallIsTransferredToAUser() {
        String call = answered();
        TransferCallResponse response =
                send("direct:transferToUser", in(call)).getMessage().getBody(TransferCallResponse.class);
        assertThat(response.operationContext()).isEqualTo("transfer-1");
        CallTransferAccepted accepted = awaitEvent(CallTransferAccepted.class, call);
        assertThat(accepted.operationContext()).isEqualTo("transfer-1");
        assertThat(accepted.transferTarget().rawId()).isEqualTo(AGENT);
        assertThat(awaitEvent(CallDisconnected.class, call).resultInformation().subCode())
                .isEqualTo(7015);
    }

    @Test
    void aTransferThatIsDeclinedLeavesTheCallAsItWas() {
        simulator().phone(PHONE).behaviour(PhoneBehaviour.BUSY);
        String call = answered();
        send("direct:transferToPhone", in(call));
        assertThat(awaitEvent(CallTransferFailed.class, call)
                        .resultInformation()
                        .code())
                .isEqualTo(486);
        assertThat(send("direct:properties", in(call))
                        .getMessage()
                        .getBody(CallConnectionProperties.class)
                        .callConnectionState())
                .isEqualTo(CallConnectionState.CONNECTED);
    }

    @Test
    void aPartyOfAGroupIsTransferred() {
        String call = answered();
        send("direct:addUser", in(call));
        awaitEvent(AddParticipantSucceeded.class, call);
        send("direct:transferOutOfGroup", in(call));
        assertThat(awaitEvent(CallTransferAccepted.class, call).transferee().rawId())
                .isEqualTo("4:" + CUSTOMER);
        await().untilAsserted(() -> assertThat(rosters(call)).anySatisfy(event -> assertThat(event.participants())
                .extracting(participant -> participant.identifier().rawId())
                .contains(AGENT)
                .doesNotContain("4:" + CUSTOMER)));
    }

    @Test
    void aUserAndAPhoneAreAdded() {
        String call = answered();
        Exchange exchange = send("direct:addUser", in(call));
        assertThat(exchange.getMessage().getHeader(CallAutomationConstants.INVITATION_ID))
                .isNotNull();
        assertThat(awaitEvent(AddParticipantSucceeded.class, call).participant().rawId())
                .isEqualTo(AGENT);
        send("direct:addPhone", in(call));
        await().untilAsserted(() -> assertThat(participants(call)).contains("4:" + PHONE));
        CallParticipant phone = send("direct:getPhone", in(call)).getMessage().getBody(CallParticipant.class);
        assertThat(phone.identifier().phoneNumber().value()).isEqualTo(PHONE);
    }

    @Test
    void anInvitationThatIsDeclinedFails() {
        simulator().phone(AGENT).behaviour(PhoneBehaviour.DECLINE);
        String call = answered();
        send("direct:addUser", in(call));
        AddParticipantFailed failed = awaitEvent(AddParticipantFailed.class, call);
        assertThat(failed.participant().rawId()).isEqualTo(AGENT);
        assertThat(failed.resultInformation().subCode()).isEqualTo(10024);
    }

    @Test
    void anInvitationIsTakenBack() {
        simulator().phone(AGENT).behaviour(PhoneBehaviour.MANUAL);
        String call = answered();
        Exchange invited = send("direct:addUser", in(call));
        Object invitation = invited.getMessage().getHeader(CallAutomationConstants.INVITATION_ID);
        send(
                "direct:cancel",
                Map.of(
                        CallAutomationConstants.CALL_CONNECTION_ID, call,
                        CallAutomationConstants.INVITATION_ID, invitation));
        assertThat(awaitEvent(CancelAddParticipantSucceeded.class, call).invitationId())
                .isEqualTo(invitation);
        assertThat(types(call)).doesNotContain("AddParticipantFailed");
    }

    @Test
    void aPartyIsRemoved() {
        String call = answered();
        send("direct:addUser", in(call));
        awaitEvent(AddParticipantSucceeded.class, call);
        send("direct:removeUser", in(call));
        assertThat(awaitEvent(RemoveParticipantSucceeded.class, call)
                        .participant()
                        .rawId())
                .isEqualTo(AGENT);
    }

    @Test
    void aPartyIsMuted() {
        String call = answered();
        send("direct:addUser", in(call));
        awaitEvent(AddParticipantSucceeded.class, call);
        send("direct:muteUser", in(call));
        await().untilAsserted(() -> assertThat(rosters(call)).anySatisfy(roster -> assertThat(roster.participants())
                .anySatisfy(party -> assertThat(party.identifier().rawId() + " " + party.isMuted())
                        .isEqualTo(AGENT + " true"))));
    }

    @Test
    void aCallerIsMovedFromTheLobbyToAnotherCall() {
        String lobby = answered();
        String call = connected(send("direct:callUser", Map.of()));
        send(
                "direct:moveCustomer",
                Map.of(
                        CallAutomationConstants.CALL_CONNECTION_ID, call,
                        CallAutomationConstants.MOVE_FROM_CALL, lobby));
        MoveParticipantSucceeded moved = awaitEvent(MoveParticipantSucceeded.class, call);
        assertThat(moved.participant().rawId()).isEqualTo("4:" + CUSTOMER);
        assertThat(moved.fromCall()).isEqualTo(lobby);
        await().untilAsserted(() -> assertThat(participants(call)).contains("4:" + CUSTOMER, AGENT));
    }
}
