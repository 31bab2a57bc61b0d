package dev.callautomation.simulator.delivery;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.concurrent.TimeoutException;

/** Why a request got no answer, in words. */
final class ConnectionFailures {

    private ConnectionFailures() {}

    static String because(Throwable cause) {
        if (cause instanceof ConnectException) {
            return "connection refused";
        }
        if (cause instanceof UnknownHostException) {
            return "unknown host";
        }
        return cause instanceof TimeoutException ? "no answer in time" : "connection lost: " + cause.getMessage();
    }
}
