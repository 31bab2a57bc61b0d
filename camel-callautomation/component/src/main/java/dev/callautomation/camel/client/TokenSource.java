package dev.callautomation.camel.client;

import io.vertx.core.Future;

/** Where tokens come from. */
@FunctionalInterface
interface TokenSource {

    /** Asks for a token without holding the calling thread; ends in a bounded time. */
    Future<BearerToken> request();
}
