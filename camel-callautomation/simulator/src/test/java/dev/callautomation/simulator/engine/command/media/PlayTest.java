package dev.callautomation.simulator.engine.command.media;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.callautomation.simulator.engine.EngineFixture;
import dev.callautomation.simulator.engine.call.MediaSetup;
import dev.callautomation.simulator.engine.command.call.AnswerCall;
import dev.callautomation.simulator.engine.media.MediaResult;
import dev.callautomation.simulator.engine.media.OperationTag;
import dev.callautomation.simulator.engine.media.PlaySource;
import dev.callautomation.simulator.engine.media.Sound;
import dev.callautomation.simulator.engine.result.ServiceError;

import static dev.callautomation.simulator.engine.EngineFixture.AGENT;
import static dev.callautomation.simulator.engine.EngineFixture.CALLER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PlayTest extends MediaScenario {

    private static final PlaySource LOCAL = file("http://localhost/hello.wav");

    @Test
    void textTakesAsLongAsItIsReadAloud() {
        play("greet", WELCOME);
        assertThat(engine.laterEvents(call)).containsExactly("PlayStarted 200/0");

        engine.pass(Duration.ofMillis(2_100));
        assertThat(engine.laterEvents(call)).containsExactly("PlayStarted 200/0");

        engine.pass(Duration.ofMillis(100));
        assertThat(engine.laterEvents(call)).containsExactly("PlayStarted 200/0", "PlayCompleted 200/0");
        assertThat(engine.last(call).operationContext()).isEqualTo("greet");
        assertThat(engine.heardBy(CALLER)).containsExactly("Welcome to Contoso, how are you?");
        assertThat(engine.notes(call)).contains("+15550001111: hears \"Welcome to Contoso, how are you?\"");
    }

    @Test
    void sourcesAreHeardOneAfterAnother() {
        play("all", WELCOME, MUSIC, new PlaySource.Ssml("<speak>Good <b>bye</b></speak>"));

        engine.pass(Duration.ofSeconds(5));
        assertThat(engine.laterEvents(call)).containsExactly("PlayStarted 200/0");
        engine.pass(Duration.ofSeconds(1));
        assertThat(engine.last(call).type()).isEqualTo("PlayCompleted");
        assertThat(engine.heardBy(CALLER))
                .containsExactly("Welcome to Contoso, how are you?", "https://files.example/music.wav", "Good bye");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "https://files.example/readme.txt,          400/8535",
        "https://files.example/song.ogg?sig=secret, 400/8535",
        "https://nowhere.invalid/music.wav,         400/8536"
    })
    void aFileThatCannotBePlayedFailsWithTheIndexOfItsSource(String uri, String codes) {
        play("bad", MUSIC, file(uri), MUSIC);

        assertThat(engine.laterEvents(call)).containsExactly("PlayFailed " + codes);
        assertThat(engine.last(call).specific()).isEqualTo(Map.of("failedPlaySourceIndex", 1));
    }

    @Test
    void emptyTextFails() {
        play("empty", new PlaySource.Text(""));

        assertThat(engine.laterEvents(call)).containsExactly("PlayFailed 400/8582");
    }

    @Test
    void aFileOnThisComputerIsLookedAtBeforeAnythingIsHeard() {
        play("local", LOCAL, LOCAL);
        assertThat(engine.laterEvents(call)).isEmpty();

        engine.fetched(new Sound.Playable(Duration.ofSeconds(7)));
        assertThat(engine.laterEvents(call)).isEmpty();
        engine.fetched(new Sound.Playable(Duration.ofSeconds(2)));
        assertThat(engine.laterEvents(call)).containsExactly("PlayStarted 200/0");

        engine.pass(Duration.ofMillis(8_999));
        assertThat(engine.laterEvents(call)).containsExactly("PlayStarted 200/0");
        engine.pass(Duration.ofMillis(1));
        assertThat(engine.last(call).type()).isEqualTo("PlayCompleted");
    }

    @Test
    void aFileOnThisComputerThatIsMissingFails() {
        play("local", MUSIC, LOCAL);
        engine.fetched(new Sound.Unplayable(MediaResult.FILE_NOT_DOWNLOADED));

        assertThat(engine.laterEvents(call)).containsExactly("PlayFailed 400/8536");
        assertThat(engine.last(call).specific()).isEqualTo(Map.of("failedPlaySourceIndex", 1));
    }

    @Test
    void aFileThatComesTooLateChangesNothing() {
        play("local", LOCAL);
        engine.run(new CancelAllMedia(call));
        play("next", MUSIC);

        engine.fetched(new Sound.Playable(Duration.ofSeconds(7)));

        assertThat(engine.laterEvents(call)).containsExactly("PlayCanceled 400/8508", "PlayStarted 200/0");
    }

    @Test
    void playingToAParticipantIsHeardByThatOneOnly() {
        engine.add(call, AGENT);
        engine.settle();
        playTo("whisper", AGENT);

        assertThat(engine.heardBy(AGENT)).containsExactly("https://files.example/music.wav");
        assertThat(engine.heardBy(CALLER)).isEmpty();
    }

    @Test
    void playingToAUnpublishedIsRefused() {
        assertThatThrownBy(() -> playTo("who", AGENT)).isInstanceOfSatisfying(ServiceError.class, error -> {
            assertThat(error.status()).isEqualTo(404);
            assertThat(error.code()).isEqualTo("8522");
        });
    }

    @Test
    void textNeedsASpeechServiceWhichFilesDoNot() {
        String mute = engine.ring();
        engine.run(new AnswerCall(
                engine.contextOf(mute), EngineFixture.CALLBACK, null, null, "2026-03-12", MediaSetup.NONE));
        engine.settle();

        assertThatThrownBy(() ->
                        engine.run(new PlayMedia(mute, List.of(), List.of(MUSIC, WELCOME), false, false, tag(null))))
                .isInstanceOfSatisfying(ServiceError.class, error -> {
                    assertThat(error.status()).isEqualTo(405);
                    assertThat(error.code()).isEqualTo("8522");
                })
                .hasMessageContaining("cognitiveServicesEndpoint");
        engine.run(new PlayMedia(mute, List.of(), List.of(MUSIC), false, false, tag(null)));
        assertThat(engine.last(mute).type()).isEqualTo("PlayStarted");
    }

    @Test
    void eventsOfAnOperationGoWhereItSays() {
        URI elsewhere = URI.create("https://app.example/once");
        engine.run(new PlayMedia(call, List.of(), List.of(MUSIC), false, false, new OperationTag("once", elsewhere)));

        assertThat(engine.last(call).destination()).isEqualTo(elsewhere);
    }
}
