package dev.callautomation.camel.docs;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

import dev.callautomation.simulator.fault.Fault;
import dev.callautomation.simulator.timeline.ReceivedRequest;

import static org.assertj.core.api.Assertions.assertThat;

class CardNumberRecipeTest {

    private static final String CALLER = "+14255550123";
    private static final String CARD = "4012888888881881";
    private static final String QUESTION = "Please enter your card number";

    @TempDir
    private Path directory;

    private final List<String> charged = new CopyOnWriteArrayList<>();
    private final List<String> alarms = new CopyOnWriteArrayList<>();
    private final List<ILoggingEvent> log = new CopyOnWriteArrayList<>();
    private final CountDownLatch answered = new CountDownLatch(1);
    private Recipe recipe;
    private boolean accepted = true;

    @BeforeEach
    void start() throws Exception {
        start("300s");
    }

    private void start(String silence) throws Exception {
        recipe = Recipe.start(
                "id: card-answer",
                directory,
                Map.of("card.silence", silence, "card.provider", "direct:provider", "card.alarm", "direct:alarm"));
        recipe.telephony().context().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:provider").errorHandler(noErrorHandler()).process(exchange -> {
                    charged.add(exchange.getMessage().getHeader("Card", String.class));
                    if (!accepted) {
                        throw new IllegalStateException("Refused: " + charged);
                    }
                });
                from("direct:alarm")
                        .process(exchange -> alarms.add(exchange.getMessage().getBody(String.class)));
            }
        });
    }

    @AfterEach
    void close() {
        recipe.close();
    }

    @Test
    void theRecordingPausesWhileANumberIsTyped() {
        String call = askedForCard();
        recipe.simulator().expectRequest("recognize", call);
        assertThat(operations()).endsWith("startRecording", "pauseRecording", "recognize");
        recipe.phone(CALLER).press(CARD + "#");
        recipe.phone(CALLER).heard("Your payment is complete");
        recipe.everyCallIsOver();
        assertThat(charged).containsExactly(CARD);
        assertThat(operations()).containsSubsequence("recognize", "resumeRecording", "play", "terminateCall");
    }

    @Test
    void theNumberIsNotInTheLog() {
        Logger component = (Logger) LoggerFactory.getLogger("dev.callautomation.camel");
        Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
        AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {
            @Override
            protected void append(ILoggingEvent event) {
                event.getMDCPropertyMap();
                log.add(event);
            }
        };
        appender.start();
        component.setLevel(Level.TRACE);
        component.setAdditive(false);
        component.addAppender(appender);
        root.addAppender(appender);
        Level before = root.getLevel();
        root.setLevel(Level.INFO);
        try {
            accepted = false;
            askedForCard();
            recipe.phone(CALLER).press(CARD + "#");
            recipe.phone(CALLER).heard("Your payment was not accepted");
            recipe.everyCallIsOver();
        } finally {
            root.setLevel(before);
            root.detachAppender(appender);
            component.detachAppender(appender);
            component.setAdditive(true);
            component.setLevel(null);
        }
        assertThat(charged).containsExactly(CARD);
        assertThat(operations()).contains("resumeRecording");
        assertThat(log).isNotEmpty().allSatisfy(event -> assertThat(
                        event.getFormattedMessage() + event.getMDCPropertyMap() + stackTrace(event.getThrowableProxy()))
                .doesNotContain(CARD)
                .doesNotContain("eight, eight"));
    }

    @Test
    void withoutANumberTheRecordingGoesOn() throws Exception {
        recipe.close();
        start("1s");
        askedForCard();
        recipe.phone(CALLER).heard("We did not get a card number");
        recipe.everyCallIsOver();
        assertThat(operations()).containsSubsequence("pauseRecording", "recognize", "resumeRecording", "play");
        assertThat(charged).isEmpty();
    }

    @Test
    void aCallerIsNotAskedIfThePauseIsRefused() {
        recipe.simulator().setFaults(Fault.onOperation("pauseRecording").status(400));
        recipe.phone(CALLER).call(Telephony.NUMBER);
        recipe.phone(CALLER).heard("We cannot take card numbers now");
        assertThat(operations()).doesNotContain("recognize").contains("resumeRecording");
    }

    @Test
    void aCallerIsNotAskedIfThePauseIsNotConfirmed() throws Exception {
        recipe.restart(Map.of("card.pause", "1s"));
        recipe.simulator()
                .setFaults(Fault.onEvent("RecordingStateChanged").drop().times(2));
        recipe.phone(CALLER).call(Telephony.NUMBER);
        recipe.phone(CALLER).heard("We cannot take card numbers now");
        assertThat(operations()).doesNotContain("recognize").contains("resumeRecording");
    }

    @Test
    void aRefusedQuestionResumesTheRecording() {
        recipe.simulator().setFaults(Fault.onOperation("recognize").status(400));
        recipe.phone(CALLER).call(Telephony.NUMBER);
        recipe.phone(CALLER).heard("We cannot take card numbers now");
        assertThat(operations()).containsSubsequence("pauseRecording", "recognize", "resumeRecording");
    }

    @Test
    void aRecordingThatCannotBeResumedIsReported() {
        recipe.simulator().setFaults(Fault.onOperation("resumeRecording").status(400));
        askedForCard();
        recipe.phone(CALLER).press(CARD + "#");
        recipe.phone(CALLER).heard("Your payment is complete");
        assertThat(alarms)
                .singleElement()
                .asString()
                .contains("is not recorded")
                .doesNotContain(CARD);
    }

    @Test
    void aCallerWhoHangsUpWhileTypingIsNotCharged() {
        String call = askedForCard();
        recipe.phone(CALLER).press("40128");
        recipe.phone(CALLER).hangUp();
        recipe.simulator().await(call).event("RecognizeCanceled");
        recipe.simulator().expectRequest("resumeRecording");
        recipe.everyCallIsOver();
        assertThat(charged).isEmpty();
        assertThat(alarms).isEmpty();
    }

    @Test
    void aRestartWhileTypingResumesTheRecording() throws Exception {
        askedForCard();
        recipe.restart(Map.of("card.provider", "log:provider?showAll=false&showBody=false"));
        recipe.phone(CALLER).press(CARD + "#");
        recipe.phone(CALLER).heard("Your payment is complete");
        recipe.everyCallIsOver();
        assertThat(operations()).containsSubsequence("recognize", "resumeRecording", "play");
    }

    @Test
    void aPaymentWhoseOutcomeIsUnknownIsNotReportedAsRefused() throws Exception {
        recipe.restart(Map.of("card.provider", "seda:payments?waitForTaskToComplete=Always&timeout=50"));
        recipe.telephony().context().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("seda:payments").process(exchange -> answered.await());
            }
        });
        askedForCard();
        recipe.phone(CALLER).press(CARD + "#");
        recipe.phone(CALLER).heard("We will confirm it");
        answered.countDown();
        recipe.everyCallIsOver();
        assertThat(operations()).containsSubsequence("recognize", "resumeRecording", "play");
    }

    private static String stackTrace(IThrowableProxy failure) {
        return failure == null ? "" : ThrowableProxyUtil.asString(failure);
    }

    private String askedForCard() {
        String call = recipe.phone(CALLER).call(Telephony.NUMBER);
        recipe.phone(CALLER).heard(QUESTION);
        return call;
    }

    private List<String> operations() {
        return recipe.simulator().requests().stream()
                .map(ReceivedRequest::operation)
                .toList();
    }
}
