package dev.callautomation.camel.internal.support;

import java.util.Map;

/** A span of an exchange, as far as operations know it: they must not need a tracer. */
public interface TracedSpan {

    /** What propagates it; a tracer may still add to it. Empty if it is not propagated. */
    Map<String, String> fields();

    /** Receives the call of an operation, when it is known, and again if the operation begins another one. */
    void identify(CallIds call);
}
