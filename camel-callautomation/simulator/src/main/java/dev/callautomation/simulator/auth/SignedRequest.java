package dev.callautomation.simulator.auth;

import java.util.function.Function;

/**
 * What of a request is signed.
 *
 * @param method as sent, upper case
 * @param pathAndQuery as sent, not decoded
 * @param header looks a header up, ignoring case; {@code null} when absent
 */
public record SignedRequest(String method, String pathAndQuery, Function<String, String> header, byte[] body) {

    /** Leaves out the headers: one of them is the signature. */
    @Override
    public String toString() {
        return "SignedRequest[" + method + "]";
    }
}
