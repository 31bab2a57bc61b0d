package dev.callautomation.simulator.sdk;

import java.io.ByteArrayInputStream;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

import com.azure.communication.callautomation.CallAutomationClient;
import com.azure.communication.callautomation.CallAutomationClientBuilder;
import com.azure.communication.callautomation.CallAutomationEventParser;
import com.azure.communication.callautomation.CallConnection;
import com.azure.communication.callautomation.models.AddParticipantOptions;
import com.azure.communication.callautomation.models.AddParticipantResult;
import com.azure.communication.callautomation.models.AnswerCallOptions;
import com.azure.communication.callautomation.models.CallConnectionState;
import com.azure.communication.callautomation.models.CallInvite;
import com.azure.communication.callautomation.models.CallParticipant;
import com.azure.communication.callautomation.models.CallRejectReason;
import com.azure.communication.callautomation.models.CreateCallOptions;
import com.azure.communication.callautomation.models.CreateCallResult;
import com.azure.communication.callautomation.models.RejectCallOptions;
import com.azure.communication.callautomation.models.RemoveParticipantOptions;
import com.azure.communication.callautomation.models.TransferCallToParticipantOptions;
import com.azure.communication.callautomation.models.events.AddParticipantFailed;
import com.azure.communication.callautomation.models.events.AddParticipantSucceeded;
import com.azure.communication.callautomation.models.events.CallAutomationEventBase;
import com.azure.communication.callautomation.models.events.CallConnected;
import com.azure.communication.callautomation.models.events.CallDisconnected;
import com.azure.communication.callautomation.models.events.CallTransferAccepted;
import com.azure.communication.callautomation.models.events.CallTransferFailed;
import com.azure.communication.callautomation.models.events.ParticipantsUpdated;
import com.azure.communication.callautomation.models.events.RemoveParticipantSucceeded;
import com.azure.communication.common.CommunicationIdentifier;
import com.azure.communication.common.CommunicationUserIdentifier;
import com.azure.communication.common.PhoneNumberIdentifier;
import com.azure.core.exception.HttpResponseException;
import com.azure.core.http.jdk.httpclient.JdkHttpClientBuilder;
import com.azure.core.util.Context;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.callautomation.simulator.CallAutomationSimulator;
import dev.callautomation.simulator.Fidelity;
import dev.callautomation.simulator.Receiver;
import dev.callautomation.simulator.SimulatorOptions;
import dev.callautomation.simulator.model.EventGridSubscription;
import dev.callautomation.simulator.model.PhoneBehaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The official Java SDK, unchanged, over https: every call-control action it has. */
class OfficialJavaSdkTest {

    private static final String CALLER = "+15550001111";
    private static final String OUR_NUMBER = "+18005550100";
    private static final PhoneNumberIdentifier FALLBACK = new PhoneNumberIdentifier("+18005550199");
    private static final CommunicationUserIdentifier AGENT =
            new CommunicationUserIdentifier("8:acs:11111111-1111-1111-1111-111111111111_agent");

    private static final Set<String> EXERCISED = new TreeSet<>();

    private final Receiver app = new Receiver();
    private final CallAutomationSimulator simulator = CallAutomationSimulator.start(SimulatorOptions.defaults()
            .withTls(true)
            .withRing(Duration.ofMillis(20))
            .withParticipantsPageSize(2));
    private CallAutomationClient client;

    @BeforeEach
    void connect() throws Exception {
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        trusted.setCertificateEntry(
                "simulator", certificate(simulator.certificatePem().orElseThrow()));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(null, trust.getTrustManagers(), null);
        client = new CallAutomationClientBuilder()
                .connectionString(simulator.connectionString())
                .httpClient(new JdkHttpClientBuilder(HttpClient.newBuilder().sslContext(tls)).build())
                .buildClient();
        simulator.subscribe(EventGridSubscription.to(app.url("/grid")).withTypes("IncomingCall"));
    }

    private static Certificate certificate(String pem) throws CertificateException {
        return CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
    }

    @AfterAll
    static void theOperationsOfTheSdkAreMarkedOnThePageOfFidelity() {
        assertThat(Fidelity.load().testedWithJavaSdk()).containsAll(EXERCISED);
    }

    @AfterEach
    void stop() {
        simulator.requests().forEach(request -> EXERCISED.add(request.operation()));
        simulator.close();
        app.close();
    }

    @Test
    void aCallIsCreatedInspectedAndHungUp() {
        CreateCallResult created = client.createCallWithResponse(
                        new CreateCallOptions(
                                        new CallInvite(FALLBACK, new PhoneNumberIdentifier(OUR_NUMBER)), app.url("/cb"))
                                .setOperationContext("create"),
                        Context.NONE)
                .getValue();
        String id = created.getCallConnectionProperties().getCallConnectionId();
        assertThat(created.getCallConnectionProperties().getCallConnectionState())
                .isEqualTo(CallConnectionState.CONNECTING);

        CallConnected connected = event(id, CallConnected.class);
        event(id, ParticipantsUpdated.class);
        assertThat(connected.getOperationContext()).isEqualTo("create");
        CallConnection call = client.getCallConnection(id);
        assertThat(call.getCallProperties().getCallConnectionState()).isEqualTo(CallConnectionState.CONNECTED);
        assertThat(call.getCallProperties().getServerCallId()).isEqualTo(connected.getServerCallId());

        call.hangUp(false);
        assertThat(event(id, CallDisconnected.class).getCallConnectionId()).isEqualTo(id);
        assertThatThrownBy(call::getCallProperties).isInstanceOfSatisfying(HttpResponseException.class, e -> assertThat(
                        e.getResponse().getStatusCode())
                .isEqualTo(404));
    }

    @Test
    void aGroupIsCalledListedInPagesAndTerminated() {
        List<CommunicationIdentifier> targets =
                List.of(AGENT, new CommunicationUserIdentifier("8:acs:11111111-1111-1111-1111-111111111111_b"));
        String id = client.createGroupCall(targets, app.url("/cb"))
                .getCallConnectionProperties()
                .getCallConnectionId();
        Awaitility.await()
                .until(() -> simulator.call(id).orElseThrow().participants().size() == 3);

        CallConnection call = client.getCallConnection(id);
        assertThat(call.listParticipants().stream().map(CallParticipant::getIdentifier))
                .hasSize(3)
                .contains(AGENT);
        assertThat(call.getParticipant(AGENT).isMuted()).isFalse();
        call.hangUp(true);
        event(id, CallDisconnected.class);
    }

    @Test
    void anIncomingCallIsAnsweredAndTheAgentAddedAndRemoved() {
        CallConnection call = answered();
        String id = call.getCallProperties().getCallConnectionId();

        AddParticipantResult added = call.addParticipantWithResponse(
                        new AddParticipantOptions(new CallInvite(AGENT)).setOperationContext("add"), Context.NONE)
                .getValue();
        assertThat(added.getParticipant().getIdentifier()).isEqualTo(AGENT);
        AddParticipantSucceeded joined = event(id, AddParticipantSucceeded.class);
        assertThat(joined.getParticipant()).isEqualTo(AGENT);
        assertThat(joined.getOperationContext()).isEqualTo("add");

        call.removeParticipantWithResponse(
                new RemoveParticipantOptions(AGENT).setOperationContext("remove"), Context.NONE);
        assertThat(event(id, RemoveParticipantSucceeded.class).getOperationContext())
                .isEqualTo("remove");
    }

    @Test
    void aDecliningAgentIsReportedAndTheCallerTransferred() {
        simulator.phone(AGENT.getId()).behaviour(PhoneBehaviour.DECLINE);
        CallConnection call = answered();
        String id = call.getCallProperties().getCallConnectionId();

        call.addParticipant(new CallInvite(AGENT));
        AddParticipantFailed failed = event(id, AddParticipantFailed.class);
        assertThat(failed.getResultInformation().getCode()).isEqualTo(487);
        assertThat(failed.getResultInformation().getSubCode()).isEqualTo(10024);

        call.transferCallToParticipantWithResponse(
                new TransferCallToParticipantOptions(FALLBACK).setOperationContext("transfer"), Context.NONE);
        assertThat(event(id, CallTransferAccepted.class).getOperationContext()).isEqualTo("transfer");
        event(id, CallDisconnected.class);
    }

    @Test
    void aFailedTransferLeavesTheCallUp() {
        simulator.phone(FALLBACK.getPhoneNumber()).behaviour(PhoneBehaviour.BUSY);
        CallConnection call = answered();
        String id = call.getCallProperties().getCallConnectionId();

        call.transferCallToParticipant(FALLBACK);

        assertThat(event(id, CallTransferFailed.class).getResultInformation().getSubCode())
                .isEqualTo(560486);
        assertThat(call.getCallProperties().getCallConnectionState()).isEqualTo(CallConnectionState.CONNECTED);
    }

    @Test
    void anIncomingCallIsRejected() {
        String id = simulator.phone(CALLER).call(OUR_NUMBER);

        client.rejectCallWithResponse(
                new RejectCallOptions(context(1)).setCallRejectReason(CallRejectReason.BUSY), Context.NONE);

        assertThat(simulator.call(id).orElseThrow().state().wireName()).isEqualTo("disconnected");
    }

    @Test
    void anIncomingCallIsRedirected() {
        String id = simulator.phone(CALLER).call(OUR_NUMBER);

        client.redirectCall(context(1), new CallInvite(AGENT));

        Awaitility.await()
                .until(() -> simulator.call(id).orElseThrow().participants().size() == 2);
    }

    private CallConnection answered() {
        simulator.phone(CALLER).call(OUR_NUMBER);
        CallConnection call = client.answerCallWithResponse(
                        new AnswerCallOptions(context(1), app.url("/cb")).setOperationContext("answer"), Context.NONE)
                .getValue()
                .getCallConnection();
        String id = call.getCallProperties().getCallConnectionId();
        event(id, ParticipantsUpdated.class);
        return call;
    }

    private String context(int count) {
        return app.awaitGrid("IncomingCall", count)
                .data()
                .path("incomingCallContext")
                .asText();
    }

    /** Waits for an event and reads it with the SDK's own parser. */
    private <E extends CallAutomationEventBase> E event(String callConnectionId, Class<E> type) {
        String text = app.await(callConnectionId, type.getSimpleName()).text();
        List<CallAutomationEventBase> events = CallAutomationEventParser.parseEvents(text);
        assertThat(events).hasSize(1);
        return type.cast(events.get(0));
    }
}
