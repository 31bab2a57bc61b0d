package dev.callautomation.camel.ingress;

/** A delivery that is no list of events. The message can be sent to whoever delivered it. */
final class MalformedDeliveryException extends Exception {

    MalformedDeliveryException(String message) {
        super(message);
    }
}
