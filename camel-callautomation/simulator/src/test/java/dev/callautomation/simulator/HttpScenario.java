package dev.callautomation.simulator;

import java.time.Duration;

import org.junit.jupiter.api.AfterEach;

import dev.callautomation.simulator.SignedClient.Answer;
import dev.callautomation.simulator.model.EventGridSubscription;

import static org.assertj.core.api.Assertions.assertThat;

/** A simulator, an application's web server and a client, all on loopback. */
public abstract class HttpScenario {

    protected static final String CALLER = "+15550001111";
    protected static final String OUR_NUMBER = "+18005550100";
    protected static final String PHONE = "+15550002222";
    protected static final String AGENT = "8:acs:11111111-1111-1111-1111-111111111111_agent";
    protected static final String CALLS = "/calling/callConnections";

    protected final Receiver app = new Receiver();
    protected final CallAutomationSimulator simulator;
    protected final SignedClient client;

    protected HttpScenario() {
        this(SimulatorOptions.defaults().withRing(Duration.ofMillis(20)));
    }

    protected HttpScenario(SimulatorOptions options) {
        simulator = CallAutomationSimulator.start(options);
        client = SignedClient.of(simulator);
    }

    @AfterEach
    void stop() {
        simulator.close();
        app.close();
    }

    /** The caller calls our number; the result is the id of the call and of its future connection. */
    protected String ring() {
        simulator.subscribe(EventGridSubscription.to(app.url("/grid")).withTypes("IncomingCall"));
        return simulator.phone(CALLER).call(OUR_NUMBER);
    }

    protected String contextOf(String call) {
        return simulator.call(call).orElseThrow().incomingCallContext();
    }

    protected Answer answer(String context) {
        return client.post(
                CALLS + ":answer",
                json(("{'incomingCallContext':'%s','callbackUri':'%s','operationContext':'answered',"
                                + "'callIntelligenceOptions':{'cognitiveServicesEndpoint':'https://speech.example/'}}")
                        .formatted(context, app.url("/cb"))));
    }

    /** A connected call of the caller with the application. */
    protected String connectedCall() {
        String call = ring();
        assertThat(answer(contextOf(call)).status()).isEqualTo(200);
        app.await(call, "ParticipantsUpdated");
        return call;
    }

    protected Answer create(String target) {
        return client.post(
                CALLS,
                json("{'targets':[%s],'sourceCallerIdNumber':{'value':'%s'},'callbackUri':'%s'}"
                        .formatted(identifier(target), OUR_NUMBER, app.url("/cb"))));
    }

    protected static String identifier(String id) {
        return id.startsWith("+")
                ? json("{'kind':'phoneNumber','phoneNumber':{'value':'%s'}}".formatted(id))
                : json("{'kind':'communicationUser','communicationUser':{'id':'%s'}}".formatted(id));
    }

    /** JSON that is pleasant to write in Java. */
    protected static String json(String withSingleQuotes) {
        return withSingleQuotes.replace('\'', '"');
    }
}
