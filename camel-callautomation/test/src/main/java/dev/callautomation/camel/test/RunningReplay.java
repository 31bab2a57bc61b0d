package dev.callautomation.camel.test;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.databind.JsonNode;

import dev.callautomation.simulator.CallAutomationSimulator;
import dev.callautomation.simulator.interception.InterceptedRequest;
import dev.callautomation.simulator.interception.InterceptedResponse;
import dev.callautomation.simulator.interception.Interception;

/**
 * A replay that has begun. Everything happens on one thread: entries take place one after another; a request may come earlier
 * than in the file, as routes of a call run at the same time, and is responded to when it is its turn.
 */
public final class RunningReplay implements AutoCloseable {

    /** Time for a delivery to be accepted before the next one: that of a route which waits for it may end later. */
    private static final long ACCEPTED_MILLIS = 500;

    private static final long RETRY_MILLIS = 50;
    private static final long QUIET_MILLIS = 200;
    /** Not repeated by the component. */
    private static final int BAD_REQUEST = 400;

    private static final int MULTIPLE_CHOICES = 300;

    private final CallReplay settings;
    private final ReplayValues values;
    private final ReplayRequests requests;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread created = new Thread(task, "call-replay");
        created.setDaemon(true);
        return created;
    });
    private final Map<String, CompletableFuture<InterceptedResponse>> attempts = new HashMap<>();
    private final CompletableFuture<Void> end = new CompletableFuture<>();
    private Interception interception;
    private URI subscription;
    private URI callbackUri;
    private int next;
    private long lastNanos;
    private boolean delivering;
    private ScheduledFuture<?> alarm;

    RunningReplay(CallReplay settings) {
        this.settings = settings;
        this.values = new ReplayValues(settings.call());
        this.requests = new ReplayRequests(settings.call(), values, new RequestComparison(settings.ignored()));
    }

    void open(CallAutomationSimulator simulator) {
        subscription = simulator.subscriptions().stream()
                .filter(status -> status.isSubscribed())
                .map(status -> status.subscription().endpoint())
                .findFirst()
                .orElse(null);
        interception = simulator.intercept(this::receive);
        lastNanos = System.nanoTime();
        run(this::proceed);
    }

    /**
     * Waits until the call has been replayed.
     *
     * @throws AssertionError if the routes send other requests, with the recorded order and the first difference
     */
    public void await() {
        try {
            end.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof AssertionError difference) {
                // with the stack of the test: the cause would repeat the message
                throw new AssertionError(difference.getMessage());
            }
            throw e;
        }
    }

    /** Ends the replay. The simulator responds to requests again. */
    @Override
    public void close() {
        if (interception != null) {
            interception.close();
        }
        end.completeExceptionally(new IllegalStateException("The replay was closed before its end"));
        thread.shutdownNow();
    }

    private void run(Runnable step) {
        try {
            thread.execute(() -> {
                try {
                    step.run();
                } catch (RuntimeException e) {
                    end.completeExceptionally(e);
                }
            });
        } catch (RejectedExecutionException e) {
            // closed meanwhile
            end.completeExceptionally(e);
        }
    }

    private CompletionStage<InterceptedResponse> receive(InterceptedRequest request) {
        if (end.isDone()) {
            return CompletableFuture.completedFuture(ended());
        }
        CompletableFuture<InterceptedResponse> response = new CompletableFuture<>();
        // routes must not wait longer
        end.whenComplete((nothing, failure) -> response.complete(ended()));
        run(() -> {
            String id = request.id() == null ? "" : request.id();
            CompletableFuture<InterceptedResponse> earlier = attempts.get(id);
            if (earlier != null && !id.isEmpty()) {
                // a retry: the file has the response to the last attempt
                earlier.whenComplete((answer, failure) -> complete(response, answer, failure));
            } else {
                attempts.put(id.isEmpty() ? "attempt " + attempts.size() : id, response);
                arrived(request, response);
            }
        });
        return response;
    }

    private static <T> void complete(CompletableFuture<T> to, T value, Throwable failure) {
        if (failure == null) {
            to.complete(value);
        } else {
            to.completeExceptionally(failure);
        }
    }

    private void arrived(InterceptedRequest request, CompletableFuture<InterceptedResponse> response) {
        JsonNode body = ReplayRequests.tree(request.body());
        requests.match(request, body, response).ifPresentOrElse(this::fail, () -> {
            if (body.path("callbackUri").isTextual()) {
                callbackUri = URI.create(body.path("callbackUri").textValue());
            }
            proceed();
        });
    }

    /** As far as the entries can take place now. */
    private void proceed() {
        disarm();
        while (!end.isDone() && next < settings.call().entries().size()) {
            RecordedEntry entry = settings.call().entries().get(next);
            if (entry instanceof RecordedEntry.Request request && !requests.hasCome(request)) {
                alarm = later(settings.timeout().toMillis(), () -> fail(requests.missing(request, settings.timeout())));
                return;
            }
            if (!(entry instanceof RecordedEntry.Request) && isTooEarly(entry)) {
                return;
            }
            if (entry instanceof RecordedEntry.Event event) {
                if (!delivering) {
                    delivering = true;
                    deliver(event, System.nanoTime() + settings.timeout().toNanos());
                }
                if (!isFollowedByRequest()) {
                    alarm = later(ACCEPTED_MILLIS, this::delivered);
                    return;
                }
                delivering = false;
            } else if (entry instanceof RecordedEntry.Response response) {
                requests.respond(response);
            }
            advance();
        }
        if (!end.isDone()) {
            // for a request that is not in the file
            alarm = later(QUIET_MILLIS, () -> end.complete(null));
        }
    }

    private void advance() {
        next++;
        lastNanos = System.nanoTime();
    }

    private boolean isFollowedByRequest() {
        return next + 1 < settings.call().entries().size()
                && settings.call().entries().get(next + 1) instanceof RecordedEntry.Request;
    }

    /** Whether the recorded pause before an entry is not over; then it goes on when it is. */
    private boolean isTooEarly(RecordedEntry entry) {
        if (!settings.atRecordedTimes() || next == 0 || delivering) {
            return false;
        }
        long pause = entry.at() - settings.call().entries().get(next - 1).at();
        long left = lastNanos + TimeUnit.MILLISECONDS.toNanos(pause) - System.nanoTime();
        if (left > 0) {
            alarm = thread.schedule(() -> run(this::proceed), left, TimeUnit.NANOSECONDS);
        }
        return left > 0;
    }

    private ScheduledFuture<?> later(long millis, Runnable step) {
        return thread.schedule(() -> run(step), millis, TimeUnit.MILLISECONDS);
    }

    private void disarm() {
        if (alarm != null) {
            alarm.cancel(false);
            alarm = null;
        }
    }

    /** The event has been accepted, or there has been time for it. */
    private void delivered() {
        if (delivering) {
            delivering = false;
            advance();
            proceed();
        }
    }

    private void deliver(RecordedEntry.Event event, long deadline) {
        int index = next;
        send(event)
                .whenComplete((status, failure) -> run(() -> {
                    if (failure == null && status >= 200 && status < MULTIPLE_CHOICES) {
                        if (next == index) {
                            delivered();
                        }
                    } else if ((failure != null || status >= 500) && System.nanoTime() < deadline) {
                        later(RETRY_MILLIS, () -> deliver(event, deadline));
                    } else {
                        fail(requests.report(
                                index,
                                "The event " + event.type() + " was not accepted: "
                                        + (failure != null
                                                ? failure
                                                : status == 0 ? "no subscription of Event Grid" : status)));
                    }
                }));
    }

    private CompletionStage<Integer> send(RecordedEntry.Event event) {
        JsonNode body = values.in(event.body());
        if (event.ofEventGrid()) {
            String type =
                    body.path(body.has("eventType") ? "eventType" : "type").asText();
            return interception.deliverToSubscriptions(
                    type, body.has("eventType") ? "[" + body + "]" : body.toString());
        }
        URI endpoint = callbackUri == null ? subscription : callbackUri;
        return endpoint == null
                ? CompletableFuture.completedFuture(0)
                : interception.deliverCallback(endpoint, "[" + body + "]");
    }

    private void fail(String report) {
        disarm();
        end.completeExceptionally(new AssertionError(report));
    }

    private static InterceptedResponse ended() {
        return new InterceptedResponse(
                BAD_REQUEST, "{\"error\":{\"code\":\"ReplayEnded\",\"message\":\"The replay has ended.\"}}");
    }
}
