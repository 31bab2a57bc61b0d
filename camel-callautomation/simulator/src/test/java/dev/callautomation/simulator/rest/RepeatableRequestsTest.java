package dev.callautomation.simulator.rest;

import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RepeatableRequestsTest {

    private static final String FIRST = "00000000-0000-0000-0000-000000000001";
    private static final String SECOND = "00000000-0000-0000-0000-000000000002";
    private static final String SENT = "Tue, 03 Mar 2026 10:00:00 GMT";

    private final AtomicInteger executions = new AtomicInteger();

    @Test
    void aRepeatedRequestHasTheSameAnswer() {
        RepeatableRequests requests = new RepeatableRequests();

        Reply reply = once(requests, FIRST, "a + b \u20ac");

        assertThat(once(requests, FIRST, "another")).isEqualTo(reply);
        assertThat(executions).hasValue(1);
    }

    @Test
    void theOldestAnswersAreForgottenWhenAllTakeTooManyBytes() {
        RepeatableRequests requests = new RepeatableRequests(1_000);
        once(requests, FIRST, "x".repeat(600));
        once(requests, SECOND, "x".repeat(600));

        once(requests, SECOND, "");
        assertThat(executions).hasValue(2);
        once(requests, FIRST, "");
        assertThat(executions).hasValue(3);
        requests.clear();
        once(requests, SECOND, "x".repeat(900));
        once(requests, SECOND, "");
        assertThat(executions).hasValue(4);
    }

    private Reply once(RepeatableRequests requests, String id, String answer) {
        return requests.once(id, SENT, "POST /calls", () -> {
            executions.incrementAndGet();
            return Reply.with(201, "answer", answer);
        });
    }
}
