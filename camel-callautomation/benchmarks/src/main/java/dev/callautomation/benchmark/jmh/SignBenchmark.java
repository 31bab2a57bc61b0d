package dev.callautomation.benchmark.jmh;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import dev.callautomation.camel.internal.client.AccessKeyCredential;
import dev.callautomation.camel.internal.client.Payload;

/** The signature of a request. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class SignBenchmark {

    private final AccessKeyCredential credential =
            new AccessKeyCredential("c2VjcmV0LW9mLWEtYmVuY2htYXJrLWFuZC1vZi1ub3RoaW5nLWVsc2U=");
    private final byte[] body =
            "{\"playSources\":[{\"kind\":\"file\",\"file\":{\"uri\":\"https://contoso.example.com/welcome.wav\"}}]}"
                    .getBytes(StandardCharsets.UTF_8);

    @Benchmark
    public Object sign() {
        return credential.authorize(
                "POST",
                "/calling/callConnections/401f0300-3c55-4d3f-9a51-0c6f1f2d8b10:play?api-version=2026-03-12",
                "contoso.communication.azure.com",
                new Payload(body));
    }
}
