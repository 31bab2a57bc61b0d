package dev.callautomation.examples.voiceagent.simulation;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import io.undertow.websockets.spi.WebSocketHttpExchange;
import org.apache.camel.AsyncCallback;
import org.apache.camel.AsyncProcessor;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.AsyncProcessorSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.callautomation.camel.streaming.AudioData;
import dev.callautomation.camel.streaming.StopAudio;
import dev.callautomation.examples.voiceagent.Conversation;
import dev.callautomation.examples.voiceagent.VoiceModel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Calls that do not take their audio, or end early. */
class VoiceModelTest {

    private static final Duration TIMEOUT = Duration.ofMinutes(1);
    private static final String CONNECTION = "connection-1";
    private static final byte[] SPEECH = {1, 2};
    private static final int ANSWERS = 4;

    private final Queue<Unsent> unsent = new ConcurrentLinkedQueue<>();
    private final VoiceModel voiceModel = new VoiceModel();
    private DefaultCamelContext context;
    private ScriptedVoiceModel model;

    private record Unsent(Exchange exchange, AsyncCallback callback) {

        Object body() {
            return exchange.getMessage().getBody();
        }
    }

    @BeforeEach
    void start() throws Exception {
        model = new ScriptedVoiceModel("key");
        context = new DefaultCamelContext();
        AsyncProcessor stalled = new AsyncProcessorSupport() {
            @Override
            public boolean process(Exchange exchange, AsyncCallback callback) {
                unsent.add(new Unsent(exchange, callback));
                return false;
            }
        };
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("seda:to-caller?size=1000000").process(stalled);
            }
        });
        context.start();
        voiceModel.setCamelContext(context);
        voiceModel.setUrl(model.url());
        voiceModel.setKey("key");
        voiceModel.start();
    }

    @AfterEach
    void stop() {
        voiceModel.close();
        unsent.forEach(frame -> frame.callback().done(false));
        context.stop();
        model.close();
    }

    private static WebSocketHttpExchange upgrade() {
        return (WebSocketHttpExchange) Proxy.newProxyInstance(
                VoiceModelTest.class.getClassLoader(),
                new Class<?>[] {WebSocketHttpExchange.class},
                (proxy, method, arguments) -> "call-1");
    }

    private void says(byte[] samples) {
        voiceModel.hear(CONNECTION, AudioData.of(samples));
    }

    private long stops() {
        return unsent.stream()
                .filter(frame -> frame.body() instanceof StopAudio)
                .count();
    }

    private List<Unsent> audio() {
        return unsent.stream()
                .filter(frame -> frame.body() instanceof AudioData)
                .toList();
    }

    private void answered(int answers) {
        await().atMost(TIMEOUT).until(() -> {
            if (model.answers() < answers) {
                says(SPEECH);
                for (int i = 0; i < ScriptedVoiceModel.END_OF_SPEECH; i++) {
                    says(new byte[SPEECH.length]);
                }
            }
            return model.answers() >= answers;
        });
    }

    @Test
    void audioIsLeftOutForACallThatDoesNotTakeIt() {
        voiceModel.open(CONNECTION, upgrade());
        answered(ANSWERS);
        await().atMost(TIMEOUT).until(() -> stops() >= ANSWERS);
        long most = 1024 * 1024 / ScriptedVoiceModel.FRAME_BYTES + model.answers();
        assertThat(audio()).hasSizeLessThanOrEqualTo((int) most);
        // the call takes audio again
        audio().forEach(frame ->
                voiceModel.completed(CONNECTION, frame.exchange().getMessage().getHeader("FrameBytes", Integer.class)));
        int before = audio().size();
        answered(model.answers() + 1);
        await().atMost(TIMEOUT).until(() -> audio().size() > before);
    }

    @Test
    void aCallThatEndsEarlyLeavesNoConnection() {
        voiceModel.open(CONNECTION, upgrade());
        voiceModel.end(CONNECTION);
        await().atMost(TIMEOUT).until(() -> model.connected() == 1 && model.connections() == 0);
    }

    @Test
    void aCallWithoutAConversationHasNoTranscript(@TempDir Path folder) throws Exception {
        Conversation conversation = new Conversation();
        conversation.setDirectory(folder.toString());
        conversation.ended("call-1");
        assertThat(folder).isEmptyDirectory();
    }
}
