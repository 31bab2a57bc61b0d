package dev.callautomation.camel.springboot;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A connection on which any bytes can be sent. */
final class RawConnection implements AutoCloseable {

    private static final int TIMEOUT = 60_000;
    private static final int SMALL_BUFFER = 16 * 1024;

    private final Socket socket;
    private final InputStream input;

    record Response(int status, String head, String body) {

        boolean closes() {
            return head.toLowerCase(Locale.ROOT).contains("connection: close");
        }
    }

    RawConnection(int port) throws IOException {
        this(new Socket(), port);
    }

    private RawConnection(Socket socket, int port) throws IOException {
        this.socket = socket;
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        socket.setSoTimeout(TIMEOUT);
        socket.setTcpNoDelay(true);
        input = socket.getInputStream();
    }

    /** The peer has to wait when this side has not received what it has sent. */
    static RawConnection withSmallBuffer(int port) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(SMALL_BUFFER);
        return new RawConnection(socket, port);
    }

    void send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }

    /** Sends, or finds the connection closed; says which. */
    boolean trySend(String text) {
        try {
            send(text);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** The next response, within a minute. */
    Response response() throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int next = input.read();
            if (next < 0) {
                throw new EOFException("Closed after: " + head);
            }
            head.write(next);
        }
        String text = head.toString(StandardCharsets.ISO_8859_1);
        int length = 0;
        for (String line : text.split("\r\n")) {
            if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(
                        line.substring("content-length:".length()).trim());
            }
        }
        String body = new String(input.readNBytes(length), StandardCharsets.UTF_8);
        return new Response(Integer.parseInt(text.split(" ")[1]), text, body);
    }

    /** Waits until the peer has closed the connection, for a minute. */
    void awaitClose() throws IOException {
        try {
            while (input.read() >= 0) {
                // skips what was sent before
            }
        } catch (SocketException e) {
            // has been reset
        }
    }

    void endOutput() throws IOException {
        socket.shutdownOutput();
    }

    /** Resets the connection. */
    void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
