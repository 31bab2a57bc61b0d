package dev.callautomation.benchmark.operation;

import java.util.List;

/** The requests of all contenders, and their connection to the stub. */
final class Requests {

    static final String HOST = "localhost";
    static final String KEY = "c2VjcmV0LW9mLWEtYmVuY2htYXJrLWFuZC1vZi1ub3RoaW5nLWVsc2U=";
    static final String FILE = "https://contoso.example.com/prompts/welcome.wav";
    static final String TARGET = "+18005550142";
    static final String SOURCE = "+18005550100";
    static final int INVITATION_SECONDS = 30;

    private Requests() {}

    static String connectionString(String port) {
        return "endpoint=https://" + HOST + ":" + port + "/;accesskey=" + KEY;
    }

    /** Half of the operations have no result and half have one; only those without are awaited. */
    static boolean plays(long number, boolean await) {
        return await || number % 2 == 0;
    }

    // the documents of the API, for those who write them by hand

    record File(String uri) {}

    record PlaySource(String kind, File file) {}

    record PlayOptions(boolean loop) {}

    record Play(
            List<PlaySource> playSources, List<Identifier> playTo, PlayOptions playOptions, String operationContext) {

        static Play of(String context) {
            return new Play(
                    List.of(new PlaySource("file", new File(FILE))), List.of(), new PlayOptions(false), context);
        }
    }

    record Phone(String value) {}

    record Identifier(String kind, String rawId, Phone phoneNumber) {}

    record Add(
            Identifier participantToAdd,
            Phone sourceCallerIdNumber,
            int invitationTimeoutInSeconds,
            String operationContext) {

        static Add of(String context) {
            return new Add(
                    new Identifier("phoneNumber", "4:" + TARGET, new Phone(TARGET)),
                    new Phone(SOURCE),
                    INVITATION_SECONDS,
                    context);
        }
    }

    record Participant(Identifier identifier, boolean isMuted, boolean isOnHold) {}

    record Added(Participant participant, String operationContext, String invitationId) {}
}
