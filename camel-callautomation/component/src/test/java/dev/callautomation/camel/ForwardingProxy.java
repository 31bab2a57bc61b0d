package dev.callautomation.camel;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** An HTTP proxy that forwards plain requests and tunnels others, with or without basic authentication. */
final class ForwardingProxy implements BeforeEachCallback, AfterEachCallback {

    private final List<String> requests = new CopyOnWriteArrayList<>();
    private volatile String authorization;
    private ServerSocket server;

    @Override
    public void beforeEach(ExtensionContext context) throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        daemon(() -> {
            while (true) {
                Socket client = server.accept();
                daemon(() -> serve(client));
            }
        });
    }

    @Override
    public void afterEach(ExtensionContext context) throws IOException {
        server.close();
    }

    private interface Task {
        void run() throws IOException;
    }

    private static void daemon(Task task) {
        Thread thread = new Thread(() -> {
            try {
                task.run();
            } catch (IOException e) {
                // one of the sides has closed its connection
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    void requireUser(String user, String password) {
        authorization = "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes());
    }

    int port() {
        return server.getLocalPort();
    }

    /** The request lines so far. */
    List<String> requests() {
        return requests;
    }

    private void serve(Socket client) throws IOException {
        try (client) {
            String head = head(client.getInputStream());
            String[] line = head.substring(0, head.indexOf('\r')).split(" ");
            requests.add(line[0] + " " + line[1]);
            if (authorization != null
                    && !head.contains("roxy-" + "Authorization: " + authorization)
                    && !head.contains("proxy-authorization: " + authorization)) {
                client.getOutputStream()
                        .write("HTTP/1.1 407 No\r\nProxy-Authenticate: Basic realm=\"x\"\r\nContent-Length: 0\r\n\r\n"
                                .getBytes(StandardCharsets.US_ASCII));
                return;
            }
            boolean tunnel = line[0].equals("CONNECT");
            URI target = URI.create(tunnel ? "//" + line[1] : line[1]);
            try (Socket to = new Socket("127.0.0.1", target.getPort())) {
                if (tunnel) {
                    client.getOutputStream().write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                } else {
                    String path =
                            target.getRawPath() + (target.getRawQuery() == null ? "" : "?" + target.getRawQuery());
                    to.getOutputStream()
                            .write(head.replace(line[1], path)
                                    .replaceFirst("\r\n", "\r\nConnection: close\r\n")
                                    .getBytes(StandardCharsets.ISO_8859_1));
                }
                daemon(() -> copy(client.getInputStream(), to.getOutputStream()));
                copy(to.getInputStream(), client.getOutputStream());
            }
        }
    }

    private static String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("closed");
            }
            head.write(next);
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    private static void copy(InputStream from, OutputStream to) throws IOException {
        byte[] buffer = new byte[8192];
        for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
            to.write(buffer, 0, read);
            to.flush();
        }
    }
}
