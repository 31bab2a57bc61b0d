package dev.callautomation.camel;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

import dev.callautomation.camel.HostileService.Script;

/** Answers that never end, end too early, are too long or break the rules of HTTP, by name. */
final class HostileAnswers {

    static final Map<String, Script> ALL = all();

    private HostileAnswers() {}

    private static Map<String, Script> all() {
        Map<String, Script> all = new LinkedHashMap<>();
        all.put("nothing", exchange -> exchange.silence());
        all.put("part of a status line", exchange -> exchange.send("HTTP/1.1 2").silence());
        all.put("part of a head", exchange -> exchange.send("HTTP/1.1 200 OK\r\nContent-")
                .silence());
        for (int status : new int[] {200, 202, 404, 500}) {
            all.put(status + " without its body", exchange -> exchange.send(head(status, 500))
                    .silence());
            all.put(status + " with half a body", exchange -> exchange.send(head(status, 500) + "{")
                    .silence());
            all.put(status + " drop by drop", exchange -> exchange.send(chunked(status))
                    .drip("1\r\n \r\n"));
            all.put(status + " drop by drop with a length", exchange -> exchange.send(head(status, 1_000_000))
                    .drip(" "));
            all.put(status + " without end", exchange -> exchange.send(chunked(status))
                    .flood(HostileService.chunk(32_768)));
            all.put(status + " without end until close", exchange -> exchange.send(
                            "HTTP/1.1 " + status + " X\r\nConnection: close\r\n\r\n")
                    .flood(" ".repeat(32_768).getBytes(StandardCharsets.US_ASCII)));
            all.put(status + " reset in the body", exchange -> exchange.send(head(status, 500) + "{")
                    .reset());
            all.put(status + " closed in the body", exchange -> exchange.send(head(status, 500) + "{")
                    .close());
            all.put(status + " closed in a chunk", exchange -> exchange.send(chunked(status) + "ff\r\n{")
                    .close());
        }
        all.put("a head drop by drop", exchange -> exchange.send("HTTP/1.1 200 OK\r\n")
                .drip("x: y\r\n"));
        all.put("a header drop by drop", exchange -> exchange.send("HTTP/1.1 200 OK\r\nx: ")
                .drip("y"));
        all.put("a head without end", exchange -> exchange.send("HTTP/1.1 200 OK\r\n")
                .flood("x: y\r\n".repeat(1000).getBytes()));
        all.put("a large header", exchange -> exchange.send("HTTP/1.1 200 OK\r\nx: " + "y".repeat(1_000_000))
                .silence());
        all.put(
                "100 without end",
                exchange -> exchange.flood(
                        "HTTP/1.1 100 Continue\r\n\r\n".repeat(100).getBytes()));
        all.put(
                "103 without end",
                exchange -> exchange.flood("HTTP/1.1 103 Early Hints\r\nLink: <a>\r\n\r\n"
                        .repeat(100)
                        .getBytes()));
        all.put("103 drop by drop", exchange -> exchange.drip("HTTP/1.1 103 Early Hints\r\n\r\n"));
        all.put("102", exchange -> exchange.send("HTTP/1.1 102 Processing\r\n\r\n")
                .silence());
        all.put("101", exchange -> exchange.send(
                        "HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n")
                .silence());
        all.put("no HTTP", exchange -> exchange.send("SSH-2.0-OpenSSH_9.6\r\n\r\n")
                .silence());
        all.put("two lengths", exchange -> exchange.send(
                        "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 4000\r\n\r\n{}")
                .silence());
        all.put("a negative length", exchange -> exchange.send("HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n{}")
                .silence());
        all.put("no chunk", exchange -> exchange.send(chunked(200) + "zz\r\n").silence());
        all.put("compressed zeros", exchange -> exchange.send(
                        "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nConnection: close\r\n\r\n")
                .send(bomb())
                .close());
        all.put("a closed connection", exchange -> exchange.close());
        all.put("a reset connection", exchange -> exchange.reset());
        return all;
    }

    private static String head(int status, int length) {
        return "HTTP/1.1 " + status + " X\r\nContent-Type: application/json\r\nContent-Length: " + length + "\r\n\r\n";
    }

    private static String chunked(int status) {
        return HostileService.chunked(status);
    }

    private static byte[] bomb() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            byte[] zeros = new byte[1024 * 1024];
            for (int i = 0; i < 100; i++) {
                zip.write(zeros);
            }
        }
        return bytes.toByteArray();
    }
}
