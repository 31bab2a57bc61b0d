package dev.callautomation.simulator.page;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerResponse;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What waits for a client that does not read. */
class FeedClientTest {

    /** Three messages and 100 bytes may wait. */
    private static final FeedLimits LIMITS = new FeedLimits(1, 3, 3, 100, 1, 1, 1);

    private final AtomicBoolean full = new AtomicBoolean();
    private final AtomicBoolean ended = new AtomicBoolean();
    private final AtomicReference<Handler<Void>> drained = new AtomicReference<>();
    private final List<String> written = new ArrayList<>();
    private final FeedClient client =
            new FeedClient(response(), context(), null, LIMITS, FeedMessage::event, (failing, e) -> failing.end());

    @Test
    void messagesWaitWhileTheConnectionIsFull() {
        client.begin(List.of(message(1, "state")));
        full.set(true);
        client.offer(message(2, "a"));
        client.offer(message(3, "b"));
        assertThat(written).containsExactly("state");

        drain();

        assertThat(written).containsExactly("state", "a", "b");
    }

    @Test
    void aClientThatIsTooSlowIsToldToReadTheStateAgain() {
        client.begin(List.of());
        full.set(true);
        for (int number = 1; number <= 4; number++) {
            client.offer(message(number, "dropped"));
        }
        client.offer(message(5, "after"));

        drain();

        assertThat(written).containsExactly("reset", "after");
    }

    @Test
    void largeMessagesThatWaitAreBoundedByTheirBytes() {
        client.begin(List.of(message(1, "state", 0)));
        full.set(true);
        client.offer(message(2, "dropped", 60));
        client.offer(message(3, "dropped", 60));
        client.offer(message(4, "dropped", 1));
        client.offer(message(5, "after", 60));

        drain();
        full.set(true);
        client.offer(message(6, "later", 60));
        client.offer(message(7, "last", 60));
        drain();

        assertThat(written).containsExactly("state", "reset", "after", "later", "last");
    }

    @Test
    void messagesBeforeTheStateAreLeftOut() {
        client.offer(message(1, "early"));
        client.begin(List.of(message(1, "state")));

        assertThat(written).containsExactly("state");
    }

    @Test
    void aClientWhoseMessageCannotBeWrittenIsEnded() {
        FeedClient failing = new FeedClient(
                response(),
                context(),
                null,
                LIMITS,
                message -> {
                    throw new IllegalStateException("not JSON");
                },
                (itself, e) -> itself.end());

        failing.begin(List.of(message(1, "state")));
        failing.offer(message(2, "after"));

        assertThat(ended).isTrue();
        assertThat(written).isEmpty();
    }

    @Test
    void aResetHasAnEmptyIdSoThatNothingContinuesAfterTheGap() {
        assertThat(FeedMessage.reset(7).text("stream")).isEqualTo("id:\nevent: reset\ndata: {}\n\n");
        assertThat(message(7, "state").text("stream")).isEqualTo("id: stream-7\nevent: state\ndata: {}\n\n");
    }

    private void drain() {
        full.set(false);
        drained.get().handle(null);
    }

    private static FeedMessage message(long number, String event) {
        return message(number, event, 1);
    }

    private static FeedMessage message(long number, String event, long size) {
        return new FeedMessage(number, event, null, size, () -> "{}");
    }

    private HttpServerResponse response() {
        return (HttpServerResponse) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {HttpServerResponse.class}, (proxy, method, arguments) -> {
                    switch (method.getName()) {
                        case "writeQueueFull":
                            return full.get();
                        case "ended":
                            return ended.get();
                        case "closed":
                            return false;
                        case "drainHandler":
                            drained.set(handler(arguments[0]));
                            return proxy;
                        case "write":
                            written.add((String) arguments[0]);
                            return Future.succeededFuture();
                        case "end":
                            ended.set(true);
                            return Future.succeededFuture();
                        default:
                            throw new UnsupportedOperationException(method.getName());
                    }
                });
    }

    private static Context context() {
        return (Context) Proxy.newProxyInstance(
                FeedClientTest.class.getClassLoader(), new Class<?>[] {Context.class}, (proxy, method, arguments) -> {
                    handler(arguments[0]).handle(null);
                    return null;
                });
    }

    @SuppressWarnings("unchecked")
    private static Handler<Void> handler(Object argument) {
        return (Handler<Void>) argument;
    }
}
