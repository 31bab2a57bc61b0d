package dev.callautomation.camel.internal.client;

import io.vertx.core.Future;

/** Source of tokens. */
@FunctionalInterface
interface TokenSource {

    /** Requests a token, non-blocking; completes within a bounded time. */
    Future<BearerToken> request();
}
