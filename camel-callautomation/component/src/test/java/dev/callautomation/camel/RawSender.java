package dev.callautomation.camel;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A connection on which a test sends what no HTTP client would. */
final class RawSender implements AutoCloseable {

    private static final int READ_MILLIS = 60_000;

    private final Socket socket;
    private final BufferedReader answers;
    private final String path;

    RawSender(URI address) throws IOException {
        socket = new Socket(address.getHost(), address.getPort());
        socket.setSoTimeout(READ_MILLIS);
        socket.setTcpNoDelay(true);
        answers = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
        path = address.getRawPath() + (address.getRawQuery() == null ? "" : "?" + address.getRawQuery());
    }

    /** Sends the first lines of a POST; an empty one ends the head. */
    RawSender post(String... headers) throws IOException {
        StringBuilder head = new StringBuilder("POST " + path + " HTTP/1.1\r\nHost: localhost\r\n");
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        return send(head.toString());
    }

    RawSender send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        return this;
    }

    /** Sends as much as the peer takes, up to a number of times; says whether it took all. */
    boolean flood(String chunk, int times) {
        try {
            for (int i = 0; i < times; i++) {
                send(chunk);
            }
            return true;
        } catch (IOException e) {
            // the peer has closed the connection, which is what the test is about
            return false;
        }
    }

    /** Status of the next response, whose head and body are read. */
    int status() throws IOException {
        String line = answers.readLine();
        if (line == null) {
            throw new IOException("The connection was closed without a response");
        }
        int length = 0;
        for (String header = answers.readLine(); !header.isEmpty(); header = answers.readLine()) {
            if (header.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(
                        header.substring("content-length:".length()).trim());
            }
        }
        for (int i = 0; i < length; i++) {
            answers.read();
        }
        return Integer.parseInt(line.split(" ")[1]);
    }

    /** Waits until the peer has closed the connection. */
    boolean isClosedByPeer() throws IOException {
        try {
            return answers.read() < 0;
        } catch (SocketException e) {
            // reset
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
