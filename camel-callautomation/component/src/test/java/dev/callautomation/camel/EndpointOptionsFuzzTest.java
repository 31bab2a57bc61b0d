package dev.callautomation.camel;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.vertx.core.Future;
import org.apache.camel.Exchange;
import org.apache.camel.ResolveEndpointFailedException;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.apache.camel.util.URISupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.provider.MethodSource;

import dev.callautomation.camel.fuzz.Effort;
import dev.callautomation.camel.internal.client.ApiRequest;
import dev.callautomation.camel.internal.client.ApiResponse;
import dev.callautomation.camel.internal.client.ByteRange;
import dev.callautomation.camel.internal.client.Content;
import dev.callautomation.camel.internal.client.Payload;
import dev.callautomation.camel.internal.client.Repeatability;
import dev.callautomation.camel.internal.completion.CompletionExpectation;
import dev.callautomation.camel.internal.connection.ConnectionSettings;
import dev.callautomation.camel.internal.operation.CallOperation;
import dev.callautomation.camel.internal.operation.CallService;
import dev.callautomation.camel.internal.operation.InputHeaders;
import dev.callautomation.camel.internal.operation.OperationCatalog;
import dev.callautomation.camel.internal.operation.OperationInputs;
import dev.callautomation.camel.internal.support.OperationContextPrefix;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever the options of an endpoint say, its operation can be sent, or is refused in an exception that tells no secret.
 * An input is the operation in the first line, and an option with its value in each line that follows.
 */
class EndpointOptionsFuzzTest {

    private static final String SECRET = "a-secret-of-the-tests";
    private static final List<String> SECRETS =
            List.of("connectionString", "accessKey", "clientSecret", "eventGridSecret", "incomingCallContext");

    private static DefaultCamelContext context;

    @BeforeAll
    static void start() {
        context = new DefaultCamelContext();
        context.addComponent("callautomation", new CallAutomationComponent());
        // endpoints that are made anew for each input would otherwise pile up
        context.getGlobalOptions().put(Exchange.MAXIMUM_ENDPOINT_CACHE_SIZE, "10");
        context.start();
    }

    @AfterAll
    static void stop() {
        context.stop();
    }

    static Stream<byte[]> endpoints() {
        return Stream.of(
                        "",
                        "transferr",
                        "hangUp\nforEveryone=true\ncallConnectionId=c1\noperationContext=o",
                        "transfer\ntarget=+18005550199\ncallConnectionId=c1\nsourceCallerIdNumber=+18005550100",
                        "createCall\ntarget=+18005550199,8:acs:r_u\ncallbackUri=https://a.example.com\ncreateAs=8:acs:r_u",
                        "answerCall\nincomingCallContext=x\ncallbackUri=https://a.example.com/b?c\nlocale=en-US",
                        "addParticipant\ntarget=8:orgid:u\ninvitationTimeout=7s\nsipHeader.X-A=b\nvoipHeader.c=d",
                        "recognize\ntarget=+18005550199\nchoices=a:b|c:1,d\ncallConnectionId=c1\ninitialSilenceTimeout=5s",
                        "recognize\ntarget=+1800\nmaxTones=3\nstopTones=#,one\ncallConnectionId=c1\ninterToneTimeout=PT2S",
                        "play\ntext=Hello\nvoiceKind=female\ncallConnectionId=c1\nloop=true",
                        "sendDtmfTones\ntarget=+18005550199\ntones=12#\ncallConnectionId=c1",
                        "startRecording\nserverCallId=s\nrecordingFormatType=mp3\naudioChannelParticipantOrdering=8:acs:r_u",
                        "downloadRecording\ncontentLocation=https://a.example.com\ndownloadOffset=0\ndownloadLength=1",
                        "events\ntype=CallConnected\nfrom=+18005550199\noperationContext=*a*",
                        "rejectCall\naccessKey=x\nendpoint=https://a.example.com\nincomingCallContext=y\nbad=1",
                        "rejectCall\nconnectionString=endpoint=https://a.example.com;accesskey=x\nmaxRetries=-1",
                        "getParticipant\nconnectionString=x\nconnectTimeout=1\nresponseTimeout=P\ntarget=\n")
                .map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    @MethodSource("endpoints")
    @FuzzTest
    void anEndpointWorksOrIsRefusedWithoutItsSecrets(byte[] input) throws Throwable {
        String[] lines = new String(input, StandardCharsets.UTF_8).split("\n");
        Map<String, Object> options = new HashMap<>();
        for (String line : List.of(lines).subList(1, lines.length)) {
            String[] option = line.split("=", 2);
            if (option.length == 2) {
                options.put(option[0], SECRETS.contains(option[0]) ? secret(option[1]) : option[1]);
            }
        }
        Effort.isBounded(() -> endpoint(lines[0], options));
    }

    /** So that it can be told from other text. */
    private static String secret(String value) {
        return value + SECRET;
    }

    private static void endpoint(String operation, Map<String, Object> options) throws Exception {
        CallAutomationEndpoint endpoint;
        try {
            endpoint = context.getEndpoint(
                    // Camel itself quotes all of an address that is no URI
                    "callautomation:" + URLEncoder.encode(operation, StandardCharsets.UTF_8) + "?"
                            + URISupport.createQueryString(options),
                    CallAutomationEndpoint.class);
        } catch (ResolveEndpointFailedException e) {
            tellsNoSecret(e);
            return;
        }
        try {
            ConnectionSettings.of(endpoint.getConfiguration(), context);
        } catch (IllegalArgumentException e) {
            tellsNoSecret(e);
        }
        if (endpoint.action() != null) {
            execute(endpoint);
        }
    }

    private static void execute(CallAutomationEndpoint endpoint) {
        CallOperation operation = OperationCatalog.find(endpoint.action());
        OperationInputs inputs = new OperationInputs(
                new DefaultExchange(context),
                new InputHeaders(operation.inputs()),
                CallAutomationProducer.options(endpoint).values(null),
                true);
        try {
            operation.execute(inputs, new Unreachable());
        } catch (IllegalArgumentException e) {
            assertThat(e.getMessage()).isNotBlank();
            tellsNoSecret(e);
        }
    }

    private static void tellsNoSecret(Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            assertThat(each.toString()).doesNotContain(SECRET);
        }
    }

    /** A service that no request gets through to: the test ends where it would be sent. */
    private static final class Unreachable implements CallService {

        @Override
        public Repeatability name(String path, Payload document) {
            return Repeatability.create();
        }

        @Override
        public OperationContextPrefix contextPrefix(Repeatability work, String applicationContext) {
            return new OperationContextPrefix("a-node", "an-operation", Map.of("CustomerId", "7"));
        }

        @Override
        public void expect(CompletionExpectation expectation) {
            assertThat(expectation.rules().types()).isNotEmpty();
        }

        @Override
        public Future<ApiResponse> send(ApiRequest request) {
            return Future.failedFuture(request.path());
        }

        @Override
        public Future<Content> download(String location, ByteRange range) {
            return Future.failedFuture(location);
        }

        @Override
        public Future<ApiResponse> delete(String location) {
            return Future.failedFuture(location);
        }

        @Override
        public String pathOf(String link) {
            return link;
        }
    }
}
