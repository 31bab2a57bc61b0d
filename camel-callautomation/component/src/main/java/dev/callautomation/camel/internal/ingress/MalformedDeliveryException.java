package dev.callautomation.camel.internal.ingress;

/** A delivery that is no list of events. The message can be sent to the sender. */
public final class MalformedDeliveryException extends Exception {

    public MalformedDeliveryException(String message) {
        super(message);
    }
}
