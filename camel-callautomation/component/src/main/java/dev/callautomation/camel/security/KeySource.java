package dev.callautomation.camel.security;

import io.vertx.core.Future;

/** Where the keys of an issuer come from. */
@FunctionalInterface
interface KeySource {

    /** Fetches all keys; ends in a bounded time, in a failure if they cannot be had. */
    Future<KeySet> fetch();
}
