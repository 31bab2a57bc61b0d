package dev.callautomation.camel.internal.ingress;

/**
 * Whether deliveries can be received.
 *
 * @param wanted  whether any are to be received: by routes, other consumers, or operations that await their completion
 * @param problem why none, or not all, can be received; {@code null} if all can
 */
public record CallbackStatus(boolean wanted, String problem) {

    static CallbackStatus up(boolean wanted) {
        return new CallbackStatus(wanted, null);
    }

    static CallbackStatus down(String problem) {
        return new CallbackStatus(true, problem);
    }
}
