package dev.callautomation.camel;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * HTTP/1.1 on blocking sockets, a connection each, on one known thread: what it allocates can be left out of a measurement.
 */
final class PlainHttp {

    private static final int TIMEOUT_MILLIS = 30_000;

    private PlainHttp() {}

    /** Sends requests one after another, on the thread of the caller. */
    static final class Client implements AutoCloseable {

        private final Socket socket;
        private final InputStream in;
        private final OutputStream out;

        Client(int port) throws IOException {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(TIMEOUT_MILLIS);
            in = new BufferedInputStream(socket.getInputStream());
            out = socket.getOutputStream();
        }

        /** Returns the status. */
        int post(String path, String contentType, String body) throws IOException {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            out.write(("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + contentType
                            + "\r\nContent-Length: " + bytes.length + "\r\n\r\n" + body)
                    .getBytes(StandardCharsets.UTF_8));
            return Integer.parseInt(read(in).split(" ")[1]);
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    /** Answers all requests with one status and no body, on a thread of its own. */
    static final class Server implements AutoCloseable {

        private final ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        private final Thread thread = new Thread(this::serve, "plain HTTP server");
        private final byte[] response;

        Server(int status) throws IOException {
            response = ("HTTP/1.1 " + status + " OK\r\nContent-Length: 0\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
            thread.setDaemon(true);
            thread.start();
        }

        private void serve() {
            try (Socket connection = socket.accept()) {
                InputStream in = new BufferedInputStream(connection.getInputStream());
                while (!read(in).isEmpty()) {
                    connection.getOutputStream().write(response);
                }
            } catch (IOException e) {
                if (!socket.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }

        int port() {
            return socket.getLocalPort();
        }

        Thread thread() {
            return thread;
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    /** Reads a message with its body and returns its first line; empty at the end of the stream. */
    private static String read(InputStream in) throws IOException {
        String first = line(in);
        int length = 0;
        for (String line = first; !line.isEmpty(); line = line(in)) {
            String lower = line.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(
                        lower.substring("content-length:".length()).trim());
            }
        }
        in.skipNBytes(length);
        return first;
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }
}
