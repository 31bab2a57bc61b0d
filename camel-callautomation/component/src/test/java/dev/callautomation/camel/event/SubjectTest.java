package dev.callautomation.camel.event;

import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Subjects as the service writes them, ids with slashes and equals signs included. */
class SubjectTest {

    private static final String SERVER_CALL = "aHR0cHM6Ly9h/cGkuZm/+xpZ2g=";
    private static final String ENCODED = "aHR0cHM6Ly9h%2FcGkuZm%2F%2BxpZ2g%3D";
    private static final String RECORDING = "eyJQbGF0/Zm9ybQ==";
    private static final String GUID = "d732db64-4803-462d-be9c-518943ea2b7a";
    private static final String USER =
            "8:acs:bc360ba8-d29b-4ef2-b698-769ebef85521_0000000c-1fb9-4878-07fd-0848220077e1";

    static Stream<Arguments> subjects() {
        return Stream.of(
                arguments("calling/callConnections/" + GUID, new Subject(GUID, null, null, null)),
                arguments("calling/callConnections/" + GUID + "/CallConnected", new Subject(GUID, null, null, null)),
                arguments(
                        "calling/recordings/" + SERVER_CALL + "/recordingId/" + RECORDING,
                        new Subject(null, SERVER_CALL, null, RECORDING)),
                arguments(
                        "calling/recordings/" + ENCODED + "/recordingId/" + RECORDING + "/RecordingStateChanged",
                        new Subject(null, SERVER_CALL, null, RECORDING)),
                arguments("/recording/call/" + GUID, new Subject(null, null, GUID, null)),
                arguments(
                        "/recording/call/" + GUID + "/recordingId/" + RECORDING,
                        new Subject(null, null, GUID, RECORDING)),
                arguments(
                        "/recording/call/" + GUID + "/serverCallId/" + SERVER_CALL,
                        new Subject(null, SERVER_CALL, GUID, null)),
                arguments(
                        "/recording/call/" + GUID + "/serverCallId/" + SERVER_CALL + "/recordingId/" + RECORDING,
                        new Subject(null, SERVER_CALL, GUID, RECORDING)),
                arguments(
                        "recording/call/" + GUID + "/serverCallId/" + ENCODED + "/recordingId/eyJQbGF0%2FZm9ybQ%3D%3D",
                        new Subject(null, SERVER_CALL, GUID, RECORDING)),
                arguments("call/" + SERVER_CALL, new Subject(null, SERVER_CALL, null, null)),
                arguments("/call/" + SERVER_CALL + "/startedBy/" + USER, new Subject(null, SERVER_CALL, null, null)),
                arguments("call/" + ENCODED + "/participant/" + USER, new Subject(null, SERVER_CALL, null, null)),
                arguments("call/100%sure", new Subject(null, "100%sure", null, null)));
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void aSubjectNamesItsIds(String subject, Subject ids) {
        assertThat(Subject.of(subject)).isEqualTo(ids);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {"", "/", "/caller/4:+1/recipient/4:+2", "calling/recordings/x", "call/", "elsewhere/call/x"})
    void aSubjectOfAnotherFormNamesNothing(String subject) {
        assertThat(Subject.of(subject)).isEqualTo(new Subject(null, null, null, null));
    }

    @Test
    void aSubjectAsLongAsItMayBeIsReadAndALongerOneNamesNothing() {
        String call = "a%2F".repeat(1000);
        assertThat(Subject.of("call/" + call).serverCallId()).isEqualTo("a/".repeat(1000));
        assertThat(Subject.of("call/" + call.repeat(60))).isEqualTo(new Subject(null, null, null, null));
    }
}
