package dev.callautomation.benchmark.operation;

import java.util.UUID;
import java.util.stream.LongStream;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.core.net.JksOptions;

import dev.callautomation.benchmark.process.Commands;

/**
 * Answers requests as the service does, over TLS. The call connection id begins with the port of the application in eight
 * digits; an application that listens gets the event of a prompt that has been played. Arguments: port, key store.
 */
final class ServiceStub {

    /** Eight digits, a hyphen, twenty digits. */
    private static final int NAMED_BY_TIME = 29;

    private final HttpClient client;
    private LongStream.Builder arrivals = LongStream.builder();
    private final Commands commands = new Commands();

    private ServiceStub(HttpClient client) {
        this.client = client;
    }

    public static void main(String[] arguments) throws Exception {
        Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
        ServiceStub stub = new ServiceStub(vertx.createHttpClient(
                new HttpClientOptions().setMaxPoolSize(64).setKeepAliveTimeout(300)));
        vertx.createHttpServer(new HttpServerOptions()
                        .setHost("127.0.0.1")
                        .setPort(Integer.parseInt(arguments[0]))
                        .setUseAlpn(true)
                        .setSsl(true)
                        .setKeyCertOptions(
                                new JksOptions().setPath(arguments[1]).setPassword(Certificates.PASSWORD)))
                .requestHandler(stub::answer)
                .listen()
                .toCompletionStage()
                .toCompletableFuture()
                .get();
        // latencies: since the last time that it was asked
        stub.commands.on("latencies", words -> stub.latencies()).serve();
    }

    private void answer(HttpServerRequest request) {
        long now = System.nanoTime();
        request.body().onSuccess(body -> {
            request.response()
                    .setStatusCode(202)
                    .putHeader("x-ms-request-id", UUID.randomUUID().toString())
                    .putHeader("x-microsoft-skype-chain-id", UUID.randomUUID().toString())
                    .putHeader("api-supported-versions", "2024-04-15, 2024-09-15, 2025-05-15, 2026-03-12")
                    .putHeader("x-azure-ref", "20261126T210000Z-r1b2c3d4e5f6");
            if (request.path().endsWith(":play")) {
                request.response().end();
                played(now, call(request.path()), body);
            } else {
                request.response()
                        .putHeader(HttpHeaderNames.CONTENT_TYPE, "application/json; charset=utf-8")
                        .end(participant(body.toJsonObject()));
            }
        });
    }

    /** A call that begins with 0 wants no event; the rest of its name may be the time at which the application was asked. */
    private void played(long now, String call, Buffer body) {
        commands.done();
        int port = Integer.parseInt(call.substring(0, 8));
        if (port > 0) {
            send(port, call, body.toJsonObject().getString("operationContext"));
        } else if (call.length() == NAMED_BY_TIME) {
            arrived(now - Long.parseLong(call.substring(9)));
        }
    }

    private synchronized void arrived(long nanos) {
        arrivals.add(nanos);
    }

    private synchronized Latencies latencies() {
        long[] all = arrivals.build().toArray();
        arrivals = LongStream.builder();
        return Latencies.of(all);
    }

    private static Buffer participant(JsonObject request) {
        JsonObject identifier = request.getJsonObject("participantToAdd");
        String value = identifier.getJsonObject("phoneNumber").getString("value");
        return new JsonObject()
                .put(
                        "participant",
                        new JsonObject()
                                .put(
                                        "identifier",
                                        identifier.put("kind", "phoneNumber").put("rawId", "4:" + value))
                                .put("isMuted", false)
                                .put("isOnHold", false))
                .put("operationContext", request.getString("operationContext"))
                .put("invitationId", UUID.randomUUID().toString())
                .toBuffer();
    }

    private static String call(String path) {
        String rest = path.substring("/calling/callConnections/".length());
        return rest.substring(0, rest.indexOf(':'));
    }

    private void send(int port, String call, String context) {
        Buffer event = Buffer.buffer("""
                [{"id":"%1$s","source":"calling/callConnections/%2$s","type":"Microsoft.Communication.PlayCompleted",\
                "data":{"version":"2026-03-12","operationContext":%3$s,\
                "resultInformation":{"code":200,"subCode":0,"message":"Action completed successfully."},\
                "callConnectionId":"%2$s","serverCallId":"aHR0cHM6Ly9hcGkuZmxpZ2h0cHJveHkuc2t5cGUuY29t%2$s",\
                "correlationId":"%2$s","publicEventType":"Microsoft.Communication.PlayCompleted"},\
                "time":"2026-11-26T21:00:00.1234567+00:00","specversion":"1.0","datacontenttype":"application/json",\
                "subject":"calling/callConnections/%2$s"}]""".formatted(UUID.randomUUID(), call, quoted(context)));
        client.request(HttpMethod.POST, port, "127.0.0.1", "/callautomation/events")
                .compose(request -> request.putHeader("Content-Type", "application/cloudevents+json; charset=utf-8")
                        .send(event))
                .compose(response -> response.end())
                .onFailure(failure -> System.out.println("event: " + failure));
    }

    private static String quoted(String context) {
        return "\"" + context.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
