package dev.callautomation.examples.scaleout;

import java.io.IOException;
import java.net.ServerSocket;

/** Ports of this computer. */
final class Ports {

    private Ports() {}

    /** One that nobody listens on. Addresses are part of configurations, so they have to be known before a server listens. */
    static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
