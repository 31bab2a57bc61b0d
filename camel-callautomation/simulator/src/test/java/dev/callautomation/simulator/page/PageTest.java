package dev.callautomation.simulator.page;

import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

import dev.callautomation.simulator.CallAutomationSimulator;
import dev.callautomation.simulator.Receiver;
import dev.callautomation.simulator.SignedClient;
import dev.callautomation.simulator.SimulatorOptions;
import dev.callautomation.simulator.fault.Fault;
import dev.callautomation.simulator.model.EventGridSubscription;
import dev.callautomation.simulator.model.PhoneBehaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The page in a browser, with an application that answers calls, plays a prompt and invites an agent. */
class PageTest {

    private static final String CALLER = "+15550001111";
    private static final String AGENT = "8:acs:resource_agent";
    private static final String OUR_NUMBER = "+18005550100";
    private static final String CALLER_CARD = "[data-phone='4:" + CALLER + "']";
    private static final String AGENT_CARD = "[data-phone='" + AGENT + "']";

    private static Browser browser;

    private final Receiver app = new Receiver();
    private final CallAutomationSimulator simulator =
            CallAutomationSimulator.start(SimulatorOptions.defaults().withPlay(Duration.ofMillis(50)));
    private final SignedClient client = SignedClient.of(simulator);
    private final ExecutorService application = Executors.newSingleThreadExecutor();
    private final Set<String> refused = ConcurrentHashMap.newKeySet();
    private volatile String prompt = "Welcome to support";

    @BeforeAll
    static void startBrowser() {
        browser = Browser.start();
    }

    @AfterAll
    static void stopBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void open() {
        simulator.subscribe(EventGridSubscription.to(app.url("/grid")).withTypes("IncomingCall"));
        browser.scheme("light");
        browser.size(1600, 1000);
        browser.open(simulator.uri() + "simulator/");
        browser.awaitText("#connection", "connected");
        browser.problems();
    }

    @AfterEach
    void close() {
        application.shutdownNow();
        // the page would connect again while the servers close
        browser.open("about:blank");
        simulator.close();
        app.close();
    }

    @Test
    void twoPhonesTalkThroughTheApplication() {
        app.answering(
                request -> route(request, "PlayStarted".equals(request.type()) && refused.add(CALLER) ? 503 : 200));
        browser.type("#new-phone", CALLER);
        browser.press(Keys.ENTER);
        browser.find(CALLER_CARD);
        browser.type("#new-phone", AGENT);
        browser.press(Keys.ENTER);
        browser.find(AGENT_CARD);

        browser.type(CALLER_CARD + " input[list]", OUR_NUMBER);
        browser.press(Keys.ENTER);

        browser.awaitText(CALLER_CARD + " .heard", prompt);
        browser.awaitText(AGENT_CARD + " .chip", "ringing");
        browser.click(AGENT_CARD + " .go");
        browser.awaitText(AGENT_CARD + " .chip", "in call");
        browser.find(CALLER_CARD + " .keypad .key").sendKeys("1", "#");
        browser.type(CALLER_CARD + " input[placeholder='What the caller says']", "Hello agent");
        browser.press(Keys.ENTER);

        browser.awaitCount(".entry.of-phone .arrow", 6);
        await().untilAsserted(() -> assertThat(String.join("\n", browser.texts(".entry .caption")))
                .containsSubsequence(
                        "IncomingCall",
                        "answerCall",
                        "CallConnected 200/0",
                        "play",
                        "PlayStarted attempt 1: 503",
                        "answers",
                        "AddParticipantSucceeded 200/0",
                        "presses 1",
                        "says \"Hello agent\""));
        assertThat(browser.texts(".lanes-head .lane"))
                .containsExactly("Event Grid", "Application", "Service", CALLER, "agent");
        assertThat(browser.texts(".entry.failed .caption"))
                .singleElement()
                .asString()
                .contains("503", "again in");
        browser.picture("simulator-page.png");

        browser.click(".entry.failed .arrow");
        browser.awaitText("#details", "\"publicEventType\": \"Microsoft.Communication.PlayStarted\"");
        browser.awaitText("#details", "Attempt 1 failed");
        assertThat(browser.find("#details").getText()).contains("Bearer ***").doesNotContain("eyJ");
        browser.scheme("dark");
        browser.picture("simulator-page-details.png");
        browser.scheme("light");
        browser.size(1400, 900);
        assertThat(browser.run("const a = document.querySelector('#details').getBoundingClientRect();"
                        + "const b = document.querySelector('.phones').getBoundingClientRect();"
                        + "return a.left >= b.right && a.bottom <= innerHeight && a.height > 200"))
                .as("the details cover no phone")
                .isEqualTo(true);
        browser.press(Keys.ESCAPE);
        await().until(() -> !browser.has("#details"));
        assertThat(browser.run("return document.activeElement.closest('.entry')?.classList.contains('failed')"))
                .as("focus returns to the arrow")
                .isEqualTo(true);

        browser.size(375, 800);
        assertThat((Long) browser.run("return document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(375);
        assertThat(isScrolledSideways(".diagram")).isFalse();
        assertThat(browser.find(".entry.failed .parties").getText()).isEqualTo("Application → Service");
        browser.run("location.hash = '#/grid'");
        browser.awaitText("#view-grid", "active");
        assertThat(isScrolledSideways("#view-grid .scroll")).isFalse();
        browser.run("history.back()");
        browser.find(".entry.failed .parties");
        browser.picture("simulator-page-narrow.png");
        browser.size(1600, 1000);
        browser.run(
                "URL.createObjectURL = blob => { blob.text().then(text => { window.saved = text; }); return 'data:,'; }");
        browser.click("[aria-label='Export as Scenario']");
        await().untilAsserted(() -> assertThat(browser.run("return window.saved"))
                .asString()
                .contains("request: \"answerCall\"", "answer:\n    phone: \"" + AGENT + "\""));
        browser.click(CALLER_CARD + " .actions .stop:not([hidden])");
        browser.awaitText(CALLER_CARD + " .chip", "idle");
        assertThat(browser.problems()).isEmpty();
    }

    @Test
    void newcomersAreToldWhatToDoNext() {
        simulator
                .subscriptions()
                .forEach(
                        each -> client.send("DELETE", "/simulator/eventgrid/subscriptions/" + each.id(), "", Map.of()));
        browser.awaitText("#no-subscription", "the application is not told of calls");
        browser.awaitText("#no-phones", "Add the phone of a caller");
        browser.type("#new-phone", CALLER);
        browser.press(Keys.ENTER);
        browser.awaitText("#no-phones", "Add a second phone");
        simulator.phone("8:acs:r_gnp\u202e").behaviour(PhoneBehaviour.MANUAL);

        browser.awaitText("#phone-list", "gnp\\u202e");
        await().until(() -> !browser.has("#no-phones"));
        simulator.subscribe(EventGridSubscription.to(app.url("/grid")));
        await().until(() -> !browser.has("#no-subscription"));
        assertThat(browser.problems()).isEmpty();
    }

    @Test
    void aPageThatIsNotConnectedSaysWhy() throws Exception {
        browser.open("about:blank");
        List<InputStream> others = new ArrayList<>();
        HttpClient http = HttpClient.newHttpClient();
        HttpRequest events = HttpRequest.newBuilder(simulator.uri().resolve("simulator/events"))
                .build();
        // the stream of the page that was open may still be one of them
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            HttpResponse<InputStream> stream = http.send(events, HttpResponse.BodyHandlers.ofInputStream());
            if (stream.statusCode() == 200) {
                others.add(stream.body());
            }
            return others.size() == 16;
        });
        browser.open(simulator.uri() + "simulator/");

        browser.awaitText("#connection", "not connected: At most 16 pages");
        others.get(0).close();
        browser.find("#connection.connected");
        for (InputStream other : others) {
            other.close();
        }
    }

    @Test
    void textFromCallersAndApplicationsIsNeverMarkup() {
        String hostile = "<img src=x onerror=\"document.title='broken'\">";
        prompt = hostile;
        applicationAnswers();
        simulator.phone(CALLER).behaviour(PhoneBehaviour.MANUAL);
        simulator.phone("8:acs:" + hostile).behaviour(PhoneBehaviour.MANUAL);

        String call = simulator.phone(CALLER).call(OUR_NUMBER, hostile, Map.of("note", hostile), Map.of());
        app.await(call, "PlayCompleted");
        client.post(
                "/calling/callConnections/" + call + ":hold",
                "{\"operationContext\":\"" + hostile.replace("\"", "\\\"") + "\"}",
                Map.of("User-Agent", hostile));
        simulator.phone(CALLER).say(hostile);
        simulator.setFaults(Fault.onOperation("createCall").status(503).inCall(hostile));

        browser.awaitText(CALLER_CARD + " .heard", "<img src=x");
        browser.awaitText("#phone-list", "onerror");
        browser.awaitText(".entries", "says \"<img src=x");
        browser.awaitCount(".entry.of-request .arrow", 3);
        for (Object number : (List<?>)
                browser.run(
                        "return [...document.querySelectorAll('.of-request .arrow, .of-event .arrow')].map(each => each.dataset.number)")) {
            browser.find("[data-number='" + number + "']").sendKeys(Keys.ENTER);
            browser.find("[data-number='" + number + "'][aria-expanded]");
            browser.press(Keys.ESCAPE);
        }
        browser.click("[data-view='faults']");
        browser.awaitText("#view-faults", "in call <img");
        browser.click("[data-view='grid']");
        browser.awaitText("#view-grid", "active");

        assertThat(browser.run("return document.querySelectorAll('img:not(h1 img)').length"))
                .isEqualTo(0L);
        assertThat(browser.run("return document.title")).isEqualTo("Call Automation simulator");
        assertThat(browser.problems()).isEmpty();
    }

    @Test
    void faultsAndSubscriptionsAreSetAndRemoved() {
        browser.click("[data-view='faults']");
        browser.click("#view-faults form button");
        browser.awaitCount("#view-faults tbody tr", 1);
        assertThat(simulator.faultCounts()).hasSize(1);
        browser.click("#view-faults tbody input");
        await().until(() -> simulator.faultCounts().isEmpty());
        browser.awaitCount("#view-faults tr.off", 1);
        browser.click("#view-faults tbody input");
        await().until(() -> simulator.faultCounts().size() == 1);

        browser.click("[data-view='grid']");
        browser.awaitText("#view-grid tbody", "1 handshake");
        browser.click("#view-grid tbody button");
        await().until(() -> simulator.subscriptions().isEmpty());
        browser.type("#view-grid input[type='url']", app.url("/other"));
        browser.press(Keys.ENTER);
        browser.awaitText("#view-grid tbody", "/other");
        browser.awaitText("#view-grid tbody", "active");
        assertThat(browser.problems()).isEmpty();
    }

    @Test
    void theSelectedCallStaysWhenItIsNoLongerOneOfTheNewest() {
        simulator.phone(AGENT).behaviour(PhoneBehaviour.MANUAL);
        String call = simulator.phone(CALLER).call(AGENT);
        String row = ".call-list a[href$='" + call + "']";
        browser.click(row);
        browser.awaitText(".call-head", "Call " + call.substring(0, 8));
        simulator.phone("+15550003333").behaviour(PhoneBehaviour.DECLINE);

        for (int i = 0; i < 300; i++) {
            simulator.phone("+15550004444").call("+15550003333");
        }
        await().atMost(Duration.ofSeconds(30)).ignoreExceptions().until(() -> !browser.has(row));
        simulator.phone(AGENT).answer();

        browser.awaitText(".call-head .chip", "connected");
        browser.awaitText(".call-head", "Call " + call.substring(0, 8));
        // a browser plays no ringing before something was clicked
        assertThat(browser.problems()).allSatisfy(problem -> assertThat(problem).contains("AudioContext"));
    }

    private static boolean isScrolledSideways(String css) {
        return (Boolean) browser.run(
                "const each = document.querySelector(arguments[0]); return each.scrollWidth > each.clientWidth", css);
    }

    private void applicationAnswers() {
        app.answering(request -> route(request, 200));
    }

    /** The route: answers, plays and invites; each request is sent after the event has been taken. */
    private int route(Receiver.Received event, int status) {
        String connection = "/calling/callConnections/"
                + event.data().path("callConnectionId").asText();
        if ("IncomingCall".equals(event.type())) {
            later(
                    "/calling/callConnections:answer",
                    Map.of(
                            "incomingCallContext",
                            event.data().path("incomingCallContext").asText(),
                            "callbackUri",
                            app.url("/cb"),
                            "callIntelligenceOptions",
                            Map.of("cognitiveServicesEndpoint", "https://speech.example/")));
        } else if ("CallConnected".equals(event.type())) {
            later(
                    connection + ":play",
                    Map.of("playSources", List.of(Map.of("kind", "text", "text", Map.of("text", prompt)))));
        } else if ("PlayCompleted".equals(event.type())) {
            later(
                    connection + "/participants:add",
                    Map.of(
                            "participantToAdd",
                            Map.of("kind", "communicationUser", "communicationUser", Map.of("id", AGENT))));
        }
        return status;
    }

    private void later(String path, Map<String, ?> body) {
        application.execute(
                () -> client.post(path, new ObjectMapper().valueToTree(body).toString()));
    }
}
