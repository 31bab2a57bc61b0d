package dev.callautomation.benchmark.jmh;

import java.util.Map;
import java.util.concurrent.TimeUnit;

import io.vertx.core.Future;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import dev.callautomation.camel.CallAutomationConstants;
import dev.callautomation.camel.CallAutomationOperation;
import dev.callautomation.camel.internal.client.ApiRequest;
import dev.callautomation.camel.internal.client.ApiResponse;
import dev.callautomation.camel.internal.client.ByteRange;
import dev.callautomation.camel.internal.client.Content;
import dev.callautomation.camel.internal.client.Payload;
import dev.callautomation.camel.internal.client.Repeatability;
import dev.callautomation.camel.internal.completion.CompletionExpectation;
import dev.callautomation.camel.internal.operation.CallOperation;
import dev.callautomation.camel.internal.operation.CallService;
import dev.callautomation.camel.internal.operation.EndpointOptions;
import dev.callautomation.camel.internal.operation.InputHeaders;
import dev.callautomation.camel.internal.operation.Inputs;
import dev.callautomation.camel.internal.operation.OperationCatalog;
import dev.callautomation.camel.internal.operation.OperationInputs;
import dev.callautomation.camel.internal.support.OperationContextPrefix;

/** Options and headers of an exchange to the bytes of a request, which is answered at once. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class RequestBenchmark {

    private final CallOperation play = OperationCatalog.find(CallAutomationOperation.play);
    private final InputHeaders inputs = new InputHeaders(play.inputs());
    private final EndpointOptions options =
            new EndpointOptions(Map.of(Inputs.FILE, "https://contoso.example.com/prompts/welcome.wav"));
    private final DefaultCamelContext context = new DefaultCamelContext();
    private final CallService service = new Answering();

    @Benchmark
    public Object play() {
        Exchange exchange = new DefaultExchange(context);
        exchange.getMessage()
                .setHeader(CallAutomationConstants.CALL_CONNECTION_ID, "401f0300-3c55-4d3f-9a51-0c6f1f2d8b10");
        return play.execute(new OperationInputs(exchange, inputs, options, true), service)
                .result();
    }

    /** Accepts each request without a network. */
    private static final class Answering implements CallService {

        private static final ApiResponse ACCEPTED = new ApiResponse(202, new byte[0], null, null, 1);

        @Override
        public Repeatability name(String path, Payload document) {
            return Repeatability.create();
        }

        @Override
        public OperationContextPrefix contextPrefix(Repeatability work, String applicationContext) {
            return null;
        }

        @Override
        public void expect(CompletionExpectation expectation) {
            // nothing waits
        }

        @Override
        public Future<ApiResponse> send(ApiRequest request) {
            return Future.succeededFuture(ACCEPTED);
        }

        @Override
        public Future<Content> download(String location, ByteRange range) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Future<ApiResponse> delete(String location) {
            throw new UnsupportedOperationException();
        }

        @Override
        public String pathOf(String link) {
            throw new UnsupportedOperationException();
        }
    }
}
