package dev.callautomation.simulator;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

import dev.callautomation.simulator.auth.Tokens;
import dev.callautomation.simulator.delivery.HttpSender;
import dev.callautomation.simulator.interception.InterceptedRequest;
import dev.callautomation.simulator.interception.InterceptedResponse;
import dev.callautomation.simulator.interception.Interception;
import dev.callautomation.simulator.interception.RequestInterceptor;
import dev.callautomation.simulator.model.EventGridSubscription;
import dev.callautomation.simulator.model.SubscriptionStatus;

/** Passes requests to an interceptor while there is one, and delivers its events. */
final class Interceptors {

    private static final Duration DEADLINE = Duration.ofSeconds(30);
    private static final int MULTIPLE_CHOICES = 300;

    private final Vertx vertx;
    private final Tokens tokens;
    private final Supplier<List<SubscriptionStatus>> subscriptions;
    private final AtomicReference<Running> running = new AtomicReference<>();

    Interceptors(Vertx vertx, Tokens tokens, Supplier<List<SubscriptionStatus>> subscriptions) {
        this.vertx = vertx;
        this.tokens = tokens;
        this.subscriptions = subscriptions;
    }

    /**
     * Begins to intercept.
     *
     * @throws IllegalStateException when there is an interceptor
     */
    Interception open(RequestInterceptor interceptor) {
        Running opened = new Running(interceptor);
        if (!running.compareAndSet(null, opened)) {
            throw new IllegalStateException("Requests are intercepted already: close that interception first");
        }
        return opened;
    }

    void handle(RoutingContext context) {
        Running current = running.get();
        if (current == null) {
            context.next();
        } else {
            current.handle(context);
        }
    }

    private final class Running implements Interception {

        private final RequestInterceptor interceptor;
        private final HttpSender sender = new HttpSender(vertx, DEADLINE);

        private Running(RequestInterceptor interceptor) {
            this.interceptor = interceptor;
        }

        private void handle(RoutingContext context) {
            Future.fromCompletionStage(interceptor.intercept(request(context)), vertx.getOrCreateContext())
                    .onSuccess(response -> respond(context, response))
                    .onFailure(failure -> context.request().connection().close());
        }

        private static InterceptedRequest request(RoutingContext context) {
            HttpServerRequest http = context.request();
            String body = context.body().asString();
            return new InterceptedRequest(
                    http.getHeader("x-ms-client-request-id"),
                    http.method().name(),
                    path(http),
                    body == null ? "" : body);
        }

        private static String path(HttpServerRequest http) {
            String query = http.query() == null ? "" : http.query();
            String kept = Stream.of(query.split("&"))
                    .filter(parameter -> !parameter.isEmpty() && !parameter.startsWith("api-version="))
                    .collect(Collectors.joining("&"));
            // clients that join an endpoint ending in a slash to a path send two of them
            return http.path().replaceFirst("^/+", "/") + (kept.isEmpty() ? "" : "?" + kept);
        }

        private static void respond(RoutingContext context, InterceptedResponse response) {
            context.response().setStatusCode(response.status());
            if (response.body().isEmpty()) {
                context.response().end();
            } else {
                context.response()
                        .putHeader("Content-Type", "application/json; charset=utf-8")
                        .end(response.body());
            }
        }

        @Override
        public CompletionStage<Integer> deliverCallback(URI endpoint, String json) {
            return tokens.forCallback()
                    .compose(token ->
                            post(endpoint, Map.of("Content-Type", "application/json", "Authorization", token), json))
                    .toCompletionStage();
        }

        @Override
        public CompletionStage<Integer> deliverToSubscriptions(String type, String json) {
            Future<Integer> result = Future.succeededFuture(0);
            for (SubscriptionStatus status : subscriptions.get()) {
                EventGridSubscription subscription = status.subscription();
                if (status.isSubscribed() && subscription.wants(type)) {
                    result = result.compose(before ->
                            before >= MULTIPLE_CHOICES ? Future.succeededFuture(before) : deliver(subscription, json));
                }
            }
            return result.toCompletionStage();
        }

        private Future<Integer> deliver(EventGridSubscription subscription, String json) {
            Map<String, String> headers =
                    Map.of("Content-Type", "application/json; charset=utf-8", "aeg-event-type", "Notification");
            return subscription.entra() == null
                    ? post(subscription.endpoint(), headers, json)
                    : tokens.forEventGrid(subscription.entra())
                            .compose(token -> post(
                                    subscription.endpoint(),
                                    Map.of("Content-Type", "application/json", "Authorization", token),
                                    json));
        }

        private Future<Integer> post(URI endpoint, Map<String, String> headers, String json) {
            return sender.send(HttpMethod.POST, endpoint, headers, json.getBytes(StandardCharsets.UTF_8))
                    .map(HttpSender.Answer::status);
        }

        @Override
        public void close() {
            if (running.compareAndSet(this, null)) {
                sender.close();
            }
        }
    }
}
