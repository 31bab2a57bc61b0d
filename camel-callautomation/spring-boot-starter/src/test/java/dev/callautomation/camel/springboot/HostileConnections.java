package dev.callautomation.camel.springboot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

import static dev.callautomation.camel.springboot.TestApplication.PATH;
import static dev.callautomation.camel.springboot.TestApplication.head;

/** Connections of senders that want to exhaust the server. A connection that is closed is replaced, except idle ones. */
final class HostileConnections implements AutoCloseable {

    private static final String JSON = "Content-Type: application/json";
    private static final String MULTIPART = "Content-Type: multipart/form-data; boundary=x";
    private static final String FORM = "Content-Type: application/x-www-form-urlencoded";
    private static final String CHUNKED = "Transfer-Encoding: chunked";
    private static final int BUFFER = 64 * 1024;
    private static final long PAUSE = 5_000_000;
    private static final int DRIP_EVERY = 40;

    /** What each connection sends: a start, and a text that it repeats. */
    enum Kind {
        ENDLESS_CHUNKS(head("POST " + PATH, JSON, CHUNKED), "1000\r\n" + "x".repeat(0x1000) + "\r\n", Pace.FLOOD),
        SLOW_BODY(head("POST " + PATH, JSON, "Content-Length: 100000"), " ", Pace.DRIP),
        SLOW_HEAD("POST " + PATH + " HTTP/1.1\r\nHost: localhost\r\nX: ", "x", Pace.DRIP),
        ENDLESS_HEAD("POST " + PATH + " HTTP/1.1\r\n", "X: y\r\n", Pace.FLOOD),
        MULTIPART_UPLOAD(
                head("POST " + PATH, MULTIPART, CHUNKED),
                "40\r\n--x\r\nContent-Disposition: form-data; name=\"f\"; filename=\"f\"\r\n\r\n\r\n",
                Pace.FLOOD),
        FORM_POST(head("POST " + PATH, FORM, "Content-Length: 1000000000"), "a=b&", Pace.FLOOD),
        HUGE_LENGTH(head("POST " + PATH, JSON, "Content-Length: 900000000000000000"), "x".repeat(1000), Pace.FLOOD),
        EXPECT_CONTINUE(head("POST " + PATH, JSON, "Expect: 100-continue", "Content-Length: 1000"), " ", Pace.DRIP),
        TWO_LENGTHS(head("POST " + PATH, JSON, CHUNKED, "Content-Length: 5"), "1\r\n \r\n", Pace.DRIP),
        HALF_CLOSED(head("POST " + PATH, JSON, "Content-Length: 1000"), "", Pace.HALF_CLOSED),
        IDLE("", "", Pace.NONE),
        IDLE_AFTER_REQUEST(head("GET /other"), "", Pace.NONE),
        ABORTED_UPLOAD(head("POST " + PATH, JSON, "Content-Length: 1000") + "[{", "", Pace.ABORT),
        ABORTED_HEAD("POST " + PATH + " HTT", "", Pace.ABORT),
        PIPELINED_REQUESTS("", head("POST " + PATH, JSON, "Content-Length: 2") + "[]", Pace.FLOOD);

        private final String start;
        private final String rest;
        private final Pace pace;

        Kind(String start, String rest, Pace pace) {
            this.start = start;
            this.rest = rest;
            this.pace = pace;
        }
    }

    private enum Pace {
        FLOOD,
        DRIP,
        NONE,
        HALF_CLOSED,
        ABORT
    }

    private final int port;
    private final Kind kind;
    private final ByteBuffer rest;
    private final List<Connection> connections = new ArrayList<>();
    private final AtomicInteger opened = new AtomicInteger();
    private final Thread thread = new Thread(this::run, "hostile");
    private volatile boolean closed;
    private volatile int open;

    private final class Connection {

        private final ByteBuffer start = bytes(kind.start);
        private final ByteBuffer more = rest.duplicate();
        private final ByteBuffer answers = ByteBuffer.allocate(1024);
        private SocketChannel channel;
        private int rounds;
        private boolean ended;

        void proceed() throws IOException {
            if (ended) {
                return;
            }
            if (channel == null) {
                channel = SocketChannel.open();
                channel.setOption(StandardSocketOptions.SO_SNDBUF, BUFFER);
                channel.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
                channel.configureBlocking(false);
                start.rewind();
                opened.incrementAndGet();
            }
            rounds++;
            if (start.hasRemaining()) {
                channel.write(start);
            } else if (kind.pace == Pace.FLOOD) {
                flood();
            } else if (kind.pace == Pace.DRIP && rounds % DRIP_EVERY == 0) {
                more.clear().limit(more.capacity());
                channel.write(more);
            } else if (kind.pace == Pace.HALF_CLOSED) {
                channel.shutdownOutput();
            } else if (kind.pace == Pace.ABORT && rounds % DRIP_EVERY == 0) {
                channel.setOption(StandardSocketOptions.SO_LINGER, 0);
                close();
                return;
            }
            // a sender of pipelined requests does not receive the responses
            if (kind != Kind.PIPELINED_REQUESTS && channel.read(answers.clear()) < 0) {
                close();
            }
        }

        private void flood() throws IOException {
            if (!more.hasRemaining()) {
                more.rewind();
            }
            channel.write(more);
        }

        void close() throws IOException {
            if (channel != null) {
                channel.close();
                channel = null;
                ended = kind == Kind.IDLE;
            }
        }
    }

    HostileConnections(int port, Kind kind, int number) {
        this.port = port;
        this.kind = kind;
        int copies = kind.pace == Pace.FLOOD ? Math.max(1, BUFFER / kind.rest.length()) : 1;
        this.rest = bytes(kind.rest.repeat(copies));
        for (int i = 0; i < number; i++) {
            connections.add(new Connection());
        }
        thread.start();
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private void run() {
        try {
            while (!closed) {
                connections.forEach(HostileConnections::proceed);
                open = (int) connections.stream()
                        .filter(connection -> connection.channel != null)
                        .count();
                LockSupport.parkNanos(PAUSE);
            }
            for (Connection connection : connections) {
                connection.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void proceed(Connection connection) {
        try {
            connection.proceed();
        } catch (IOException e) {
            // closed by the server
            try {
                connection.close();
            } catch (IOException again) {
                throw new UncheckedIOException(again);
            }
        }
    }

    /** How many connections have been opened, in total. */
    int opened() {
        return opened.get();
    }

    /** How many connections are open now, as far as they know. */
    int open() {
        return open;
    }

    boolean running() {
        return thread.isAlive();
    }

    @Override
    public void close() {
        closed = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
