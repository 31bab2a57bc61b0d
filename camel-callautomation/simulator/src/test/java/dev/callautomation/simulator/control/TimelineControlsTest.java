package dev.callautomation.simulator.control;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.callautomation.simulator.model.CallSnapshot;
import dev.callautomation.simulator.model.CallState;
import dev.callautomation.simulator.model.TimelineEntry;
import dev.callautomation.simulator.wire.Json;

import static org.assertj.core.api.Assertions.assertThat;

class TimelineControlsTest {

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void bodiesAreMaskedOnNoEventLoop(boolean all) throws Exception {
        CompletableFuture<Boolean> onEventLoop = new CompletableFuture<>();
        CompletableFuture<ControlReply> reply = new CompletableFuture<>();
        Vertx vertx = Vertx.vertx();
        try {
            TimelineControls timeline = new TimelineControls(controls(onEventLoop));
            vertx.runOnContext(any -> (all
                            ? timeline.list("call", Json.object().put("bodies", "true"))
                            : timeline.entry("call", Json.object().put("number", "0")))
                    .onSuccess(reply::complete)
                    .onFailure(reply::completeExceptionally));

            assertThat(reply.get(30, TimeUnit.SECONDS).status()).isEqualTo(200);
            assertThat(onEventLoop).isCompletedWithValue(false);
        } finally {
            vertx.close();
        }
    }

    private static Controls controls(CompletableFuture<Boolean> onEventLoop) {
        TimelineEntry entry = new TimelineEntry(
                "call", Instant.EPOCH, TimelineEntry.Kind.EVENT, "service", null, "an event", Map.of());
        CallSnapshot call = new CallSnapshot(
                "call", CallState.CONNECTED, "", "", Instant.EPOCH, List.of(), List.of(), List.of(), null);
        return (Controls) Proxy.newProxyInstance(
                Controls.class.getClassLoader(),
                new Class<?>[] {Controls.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "call" -> Optional.of(call);
                    case "timeline" -> List.of(entry);
                    case "timelineContent" -> {
                        onEventLoop.complete(Context.isOnEventLoopThread());
                        yield Optional.empty();
                    }
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
