package dev.callautomation.camel.kamelets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.callautomation.camel.test.CallAutomationTest;
import dev.callautomation.simulator.CallAutomationSimulator;
import dev.callautomation.simulator.fault.Fault;
import dev.callautomation.simulator.model.PhoneBehaviour;
import dev.callautomation.simulator.model.Reaction;
import dev.callautomation.simulator.timeline.ReceivedRequest;

import static org.assertj.core.api.Assertions.assertThat;

/** The files of the page run, and its tables are those of the Kamelets. */
@CallAutomationTest
class KameletsPageTest {

    private CallAutomationSimulator simulator;

    @TempDir
    private Path folder;

    private Application application(String name) {
        return Application.of(KameletsPage.files().get(name), folder);
    }

    @ParameterizedTest
    @CsvSource({"kamelets", "parameters"})
    void aTableIsUpToDate(String name) throws Exception {
        String table = name.equals("kamelets") ? KameletsPage.kamelets() : KameletsPage.parameters();
        if (Boolean.getBoolean("docs.update")) {
            KameletsPage.replaceTable(name, table);
        }
        assertThat(KameletsPage.table(name))
                .as("the table of %s; run the test with -Ddocs.update=true to write it", name)
                .isEqualTo(table);
    }

    @Test
    void aParameterIsAPropertyOfTheApplication() {
        try (Application application = application("greeting.yaml")) {
            application.set("camel.kamelet.callautomation-play-text-action.target", Application.CALLER);
            application.start();
            String call = simulator.phone(Application.CALLER).call(Application.NUMBER);

            assertThat(simulator.expectRequest("play", call).text("playTo/0/phoneNumber/value"))
                    .isEqualTo(Application.CALLER);
        }
    }

    @Test
    void theCallerIsGreeted() {
        try (Application application = application("greeting.yaml").start()) {
            assertThat(application.context().getRoutes()).isNotEmpty();
            String call = simulator.phone(Application.CALLER).call(Application.NUMBER);

            simulator.phone(Application.CALLER).heard("office opens at nine");
            simulator.await(call).ended();
        }
    }

    @Test
    void theCallEndsIfTheGreetingFails() {
        simulator.setFaults(Fault.onOperation("play").status(400));
        try (Application application = application("greeting.yaml").start()) {
            assertThat(application.context().getRoutes()).isNotEmpty();
            String call = simulator.phone(Application.CALLER).call(Application.NUMBER);

            simulator.await(call).ended();
        }
    }

    @Test
    void callsThatEndArePosted() throws Exception {
        try (Application application =
                application("calls.yaml").set("crm.url", "mock:crm").start()) {
            MockEndpoint crm = application.mock("crm");
            crm.expectedMessageCount(1);
            call(application.context());
            simulator.expectRequest("createCall");
            simulator.await().event("CallConnected");

            simulator.phone(Application.CALLER).hangUp();

            crm.setResultWaitTime(60_000);
            crm.assertIsSatisfied();
            assertThat(crm.getExchanges().get(0).getMessage().getBody())
                    .isInstanceOf(String.class)
                    .asString()
                    .contains("\"callConnectionId\"");
        }
    }

    private static void call(CamelContext context) {
        try (ProducerTemplate template = context.createProducerTemplate()) {
            template.sendBody(
                    "callautomation:createCall?target=" + Application.CALLER + "&sourceCallerIdNumber="
                            + Application.NUMBER,
                    null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @CsvSource({"1, +18005550142", "2, +18005550143", "9, +18005550199"})
    void theMenuTransfersTheCall(String key, String target) {
        try (Application application = menu()) {
            assertThat(application.context().getRoutes()).isNotEmpty();
            simulator
                    .phone(Application.CALLER)
                    .script(Reaction.hearing("for sales").press(key));
            String call = simulator.phone(Application.CALLER).call(Application.NUMBER);

            assertThat(simulator
                            .expectRequest("transferToParticipant", call)
                            .text("targetParticipant/phoneNumber/value"))
                    .isEqualTo(target);
            simulator.await(call).event("CallTransferAccepted");
        }
    }

    @Test
    void theCallEndsIfTheReceptionDeclines() {
        simulator.phone("+18005550142").behaviour(PhoneBehaviour.DECLINE);
        simulator.phone("+18005550199").behaviour(PhoneBehaviour.DECLINE);
        simulator.phone(Application.CALLER).script(Reaction.hearing("for sales").press("1"));
        try (Application application = menu()) {
            assertThat(application.context().getRoutes()).isNotEmpty();
            String call = simulator.phone(Application.CALLER).call(Application.NUMBER);

            simulator.await(call).ended();
        }
    }

    private Application menu() {
        return application("menu.camel.yaml")
                .set("menu.number", Application.NUMBER)
                .set("menu.sales", "+18005550142")
                .set("menu.support", "+18005550143")
                .set("menu.reception", "+18005550199")
                .start();
    }

    @Test
    void theCustomerOfAnOrderIsCalled() {
        try (Application application = application("order.yaml").start()) {
            order(application);

            simulator.phone(Application.CALLER).heard("Your order 1001 is on its way");
            simulator.await(simulator.expectRequest("createCall").callId()).ended();
        }
    }

    @Test
    void aCustomerWhoDeclinesHearsNothing() {
        simulator.phone(Application.CALLER).behaviour(PhoneBehaviour.DECLINE);
        try (Application application = application("order.yaml").start()) {
            order(application);

            simulator.await().event("CreateCallFailed");
            simulator.await(simulator.expectRequest("createCall").callId()).ended();
            assertThat(simulator.requests())
                    .extracting(ReceivedRequest::operation)
                    .doesNotContain("play");
        }
    }

    @Test
    void theCallOfAnOrderEndsIfTheTextFails() {
        simulator.setFaults(Fault.onOperation("play").status(400));
        try (Application application = application("order.yaml").start()) {
            order(application);

            simulator.await(simulator.expectRequest("createCall").callId()).ended();
        }
    }

    private static void order(Application application) {
        application
                .context()
                .createFluentProducerTemplate()
                .to("seda:orders")
                .withHeader("phone", Application.CALLER)
                .withHeader("order", "1001")
                .asyncSend();
    }

    @Test
    void aKameletOfYourOwnIsFound() throws Exception {
        String name = "kamelets/hold-action.kamelet.yaml";
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, KameletsPage.files().get(name));
        String route = """
                - route:
                    from:
                      uri: kamelet:callautomation-incoming-call-source
                      steps:
                        - to: kamelet:callautomation-answer-action
                        - to: kamelet:hold-action?music=RAW(https://media.example.com/music.wav?sig=a%2Bb&x=1)
                """;
        try (Application application = Application.of(route, folder)) {
            application.set("camel.component.kamelet.location", "classpath:kamelets,file:" + file.getParent());
            application.start();
            String call = simulator.phone(Application.CALLER).call(Application.NUMBER);

            assertThat(simulator.expectRequest("hold", call).text("playSourceInfo/file/uri"))
                    .isEqualTo("https://media.example.com/music.wav?sig=a%2Bb&x=1");
        }
        assertThat(new KameletSchema().problems(new KameletFile("hold-action", Files.readString(file)).tree()))
                .isEmpty();
    }
}
