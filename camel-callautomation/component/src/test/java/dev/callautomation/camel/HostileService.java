package dev.callautomation.camel;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A server on raw sockets, which answers each request as a script says, within the rules of HTTP or not. */
final class HostileService implements BeforeEachCallback, AfterEachCallback {

    /** Delay between the bytes of an answer that comes drop by drop. */
    private static final int DRIP_MILLIS = 20;

    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicLong sent = new AtomicLong();
    private ServerSocket server;
    private volatile Script script = Exchange::silence;

    /** What to do with a request. When it returns, the next request of the connection is read. */
    @FunctionalInterface
    interface Script {

        void answer(Exchange exchange) throws IOException;
    }

    @Override
    public void beforeEach(ExtensionContext context) throws IOException {
        start();
    }

    @Override
    public void afterEach(ExtensionContext context) throws IOException {
        stop();
    }

    HostileService start() throws IOException {
        server = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        daemon(this::accept);
        return this;
    }

    void stop() throws IOException {
        server.close();
        for (Socket socket : open) {
            socket.close();
        }
    }

    private static void daemon(Runnable task) {
        Thread thread = new Thread(task, "hostile-service");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                open.add(socket);
                daemon(() -> serve(socket));
            } catch (IOException e) {
                // the test is over
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            while (true) {
                Exchange exchange = new Exchange(socket);
                if (exchange.request.isEmpty()) {
                    return;
                }
                requests.incrementAndGet();
                script.answer(exchange);
            }
        } catch (IOException e) {
            // the client has closed the connection
        } finally {
            open.remove(socket);
        }
    }

    HostileService behave(Script next) {
        script = next;
        return this;
    }

    int port() {
        return server.getLocalPort();
    }

    String url() {
        return "http://127.0.0.1:" + port();
    }

    String connectionString() {
        return "endpoint=" + url() + "/;accesskey=c2VjcmV0";
    }

    /** The number of connections that neither side has closed. */
    int connections() {
        return open.size();
    }

    int requests() {
        return requests.get();
    }

    /** The number of bytes that the client, or a buffer between, has taken. */
    long sent() {
        return sent.get();
    }

    /** A request and what is sent for it. */
    final class Exchange {

        private final Socket socket;
        private final OutputStream out;
        private final String request;

        private Exchange(Socket socket) throws IOException {
            this.socket = socket;
            this.out = socket.getOutputStream();
            socket.setSoTimeout(0);
            this.request = read(socket.getInputStream());
        }

        private String read(InputStream in) throws IOException {
            ByteArrayOutputStream head = new ByteArrayOutputStream();
            while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
                int next = in.read();
                if (next < 0) {
                    return "";
                }
                head.write(next);
            }
            String text = head.toString(StandardCharsets.ISO_8859_1);
            String length = text.toLowerCase(Locale.ROOT).replaceFirst("(?s).*content-length: (\\d+).*", "$1");
            if (length.matches("\\d+")) {
                in.readNBytes(Integer.parseInt(length));
            }
            return text;
        }

        /** The request line and the headers. */
        String request() {
            return request;
        }

        Exchange send(String text) throws IOException {
            return send(text.getBytes(StandardCharsets.ISO_8859_1));
        }

        Exchange send(byte[] bytes) throws IOException {
            out.write(bytes);
            out.flush();
            sent.addAndGet(bytes.length);
            return this;
        }

        void json(int status, String body) throws IOException {
            send(response(status, "Content-Type: application/json", body));
        }

        /** Sends nothing more until the client closes the connection. */
        void silence() throws IOException {
            socket.setSoTimeout(0);
            if (socket.getInputStream().read() >= 0) {
                throw new IOException("The client has sent more than its request");
            }
            throw new IOException("closed by the client");
        }

        /** Sends a text again and again, with a delay, until the client closes the connection. */
        void drip(String text) throws IOException {
            socket.setSoTimeout(DRIP_MILLIS);
            while (true) {
                send(text);
                try {
                    if (socket.getInputStream().read() < 0) {
                        throw new IOException("closed by the client");
                    }
                } catch (SocketTimeoutException e) {
                    // the delay is over
                }
            }
        }

        /** Sends bytes as fast as they are taken, until the client closes the connection. */
        void flood(byte[] bytes) throws IOException {
            while (true) {
                send(bytes);
            }
        }

        void close() throws IOException {
            socket.close();
        }

        void reset() throws IOException {
            socket.setSoLinger(true, 0);
            socket.close();
        }
    }

    static String response(int status, String header, String body) {
        return "HTTP/1.1 " + status + " X\r\n" + header + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
    }

    /** The head of a response whose body comes in chunks. */
    static String chunked(int status) {
        return "HTTP/1.1 " + status + " X\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n";
    }

    static byte[] chunk(int size) {
        return (Integer.toHexString(size) + "\r\n" + " ".repeat(size) + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
    }
}
