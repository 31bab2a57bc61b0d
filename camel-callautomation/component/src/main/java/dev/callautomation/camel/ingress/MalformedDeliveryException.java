package dev.callautomation.camel.ingress;

/** A delivery that is no list of events. The message can be sent to whoever delivered it. */
public final class MalformedDeliveryException extends Exception {

    public MalformedDeliveryException(String message) {
        super(message);
    }
}
