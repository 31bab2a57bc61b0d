package dev.callautomation.camel.docs;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.callautomation.simulator.fault.Fault;
import dev.callautomation.simulator.model.CallSnapshot;
import dev.callautomation.simulator.model.PhoneBehaviour;
import dev.callautomation.simulator.model.Reaction;

import static org.assertj.core.api.Assertions.assertThat;

class CallBackRecipeTest {

    private static final String CUSTOMER = "+14255550123";
    private static final String OFFER = "Press 1 to be called back";
    private static final String ASK = "Press 1 to talk to an agent";

    @TempDir
    private Path directory;

    private Recipe recipe;

    @BeforeEach
    void start() throws Exception {
        recipe = Recipe.start(
                "id: callback-answer",
                directory,
                Map.of(
                        "callback.poll", "50",
                        "callback.silence", "1s",
                        "database.url", "jdbc:h2:file:" + directory.resolve("call-backs")));
    }

    @AfterEach
    void close() {
        recipe.close();
    }

    @Test
    void aCustomerIsCalledBackAndTalksToAnAgent() throws Exception {
        recipe.phone(CUSTOMER).script(pressing("1", OFFER), pressing("1", ASK));
        recipe.phone(CUSTOMER).call(Telephony.NUMBER);
        CallSnapshot talk = recipe.simulator()
                .await()
                .until(
                        "the agent talks to the customer",
                        call -> has(call, "4:" + CUSTOMER) && has(call, "4:" + recipe.setting("callback.agent")));
        assertThat(talk.callId()).isNotEqualTo(recipe.simulator().calls().get(0).callId());
        Recipe.eventually(() -> assertThat(queue()).isEmpty());
    }

    @Test
    void aCustomerWhoAsksTwiceIsInTheQueueOnce() throws Exception {
        recipe.phone(CUSTOMER).script(pressing("1", OFFER));
        recipe.execute("insert into call_back values ('4:" + CUSTOMER + "', 1, current_timestamp + interval '1' day)");
        recipe.phone(CUSTOMER).call(Telephony.NUMBER);
        recipe.phone(CUSTOMER).heard("We will call you back");
        assertThat(queue()).containsExactly("4:" + CUSTOMER + ",1");
    }

    @Test
    void aCustomerWhoIsNotCalledAnyMoreIsCalledAfterAskingAgain() throws Exception {
        recipe.phone(CUSTOMER).script(pressing("1", OFFER), pressing("2", ASK));
        recipe.execute("insert into call_back values ('4:" + CUSTOMER + "', 3, current_timestamp + interval '1' day)");
        recipe.phone(CUSTOMER).call(Telephony.NUMBER);
        recipe.phone(CUSTOMER).heard("We will call you back");
        recipe.phone(CUSTOMER).heard("Thank you. Goodbye.");
        assertThat(queue()).isEmpty();
    }

    @Test
    void withoutItsDatabaseTheCallEnds() throws Exception {
        recipe.phone(CUSTOMER).call(Telephony.NUMBER);
        recipe.phone(CUSTOMER).heard(OFFER);
        recipe.execute("drop table call_back");
        recipe.phone(CUSTOMER).press("1");
        recipe.everyCallIsOver();
        assertThat(recipe.phone(CUSTOMER).heard()).hasSize(1);
    }

    @Test
    void aVoicemailSystemIsNotConnectedWithAnAgentAndCalledThreeTimes() throws Exception {
        recipe.phone(CUSTOMER).behaviour(PhoneBehaviour.VOICEMAIL);
        recipe.execute("insert into call_back values ('4:" + CUSTOMER + "', 0, current_timestamp)");
        for (int attempt = 1; attempt <= 3; attempt++) {
            recipe.phone(CUSTOMER).heard(ASK, attempt);
            recipe.everyCallIsOver();
            assertThat(queue()).containsExactly("4:" + CUSTOMER + "," + attempt);
            recipe.execute("update call_back set due = current_timestamp");
        }
        recipe.execute("insert into call_back values ('4:+14255550124', 0, current_timestamp)");
        recipe.phone("+14255550124").heard(ASK);
        assertThat(recipe.phone(CUSTOMER).heard()).hasSize(3);
        assertThat(recipe.simulator().requests())
                .noneMatch(request -> request.operation().equals("addParticipant"));
    }

    @Test
    void aCustomerWhoNeedsNoCallAnyMoreIsNotCalledAgain() throws Exception {
        recipe.phone(CUSTOMER).script(pressing("2", ASK));
        recipe.execute("insert into call_back values ('4:" + CUSTOMER + "', 0, current_timestamp)");
        recipe.phone(CUSTOMER).heard("Thank you. Goodbye.");
        assertThat(queue()).isEmpty();
        recipe.everyCallIsOver();
    }

    @Test
    void aCustomerForWhomNoAgentIsThereStaysInTheQueue() throws Exception {
        recipe.phone(CUSTOMER).script(pressing("1", ASK));
        recipe.phone(recipe.setting("callback.agent")).behaviour(PhoneBehaviour.DECLINE);
        recipe.execute("insert into call_back values ('4:" + CUSTOMER + "', 0, current_timestamp)");
        recipe.phone(CUSTOMER).heard("We will call you again");
        recipe.everyCallIsOver();
        assertThat(queue()).containsExactly("4:" + CUSTOMER + ",1");
    }

    @Test
    void aRefusedCallIsAnAttempt() throws Exception {
        recipe.phone(CUSTOMER).script(pressing("2", ASK));
        recipe.simulator().setFaults(Fault.onOperation("createCall").status(400));
        recipe.execute("insert into call_back values ('4:" + CUSTOMER + "', 0, current_timestamp)");
        recipe.simulator().expectRequest("createCall");
        assertThat(queue()).containsExactly("4:" + CUSTOMER + ",1");
        recipe.execute("update call_back set due = current_timestamp");
        recipe.phone(CUSTOMER).heard("Thank you. Goodbye.");
    }

    @Test
    void aRequestSurvivesARestart() throws Exception {
        recipe.restart(Map.of("callback.poll", "1h"));
        recipe.phone(CUSTOMER).script(pressing("1", OFFER), pressing("2", ASK));
        recipe.phone(CUSTOMER).call(Telephony.NUMBER);
        recipe.phone(CUSTOMER).heard("We will call you back");
        recipe.everyCallIsOver();
        recipe.restart(Map.of("callback.poll", "50"));
        recipe.phone(CUSTOMER).heard("Thank you. Goodbye.");
    }

    @Test
    void oneOfTwoNodesCalls() throws Exception {
        try (Recipe other = recipe.anotherNode()) {
            for (int i = 10; i < 20; i++) {
                recipe.phone("+142555501" + i).script(pressing("2", ASK));
                recipe.execute("insert into call_back values ('4:+142555501" + i + "', 0, current_timestamp)");
            }
            Recipe.eventually(() -> assertThat(queue()).isEmpty());
            assertThat(recipe.simulator().calls()).hasSize(10);
            other.everyCallIsOver();
        }
    }

    private List<String> queue() throws Exception {
        return recipe.rows("select phone, attempts from call_back");
    }

    private static Reaction pressing(String key, String words) {
        return Reaction.hearing(words).press(key);
    }

    private static boolean has(CallSnapshot call, String party) {
        return call.participants().stream()
                .anyMatch(participant -> participant.identifier().rawId().equals(party));
    }
}
