package dev.callautomation.camel.internal.security;

import io.vertx.core.Future;

/** Source of the keys of an issuer. */
@FunctionalInterface
interface KeySource {

    /** Fetches all keys; ends in a bounded time, in a failure if they are not available. */
    Future<KeySet> fetch();
}
