package dev.callautomation.camel.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

import io.vertx.core.Future;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;

import dev.callautomation.camel.CallAutomationOperation;
import dev.callautomation.camel.internal.client.Repeatability;
import dev.callautomation.camel.internal.completion.CompletionExpectation;
import dev.callautomation.camel.internal.operation.CallService;
import dev.callautomation.camel.internal.operation.EndpointOptions;
import dev.callautomation.camel.internal.operation.Input;
import dev.callautomation.camel.internal.operation.InputHeaders;
import dev.callautomation.camel.internal.operation.OperationCatalog;
import dev.callautomation.camel.internal.operation.OperationInputs;

import static org.assertj.core.api.Assertions.assertThat;

/** The table of the defaults of completionTimeout, derived from the expectation of each operation. */
final class CompletionTimeoutTable {

    private static final Duration SAMPLE = Duration.ofSeconds(100);
    private static final String USER =
            "8:acs:7f4b7a2e-3c55-4d3f-9a51-0c6f1f2d8b10_00000026-4b1d-2c3e-99c6-593a0d00c1d2";

    /** Inputs with which every operation can be sent; an operation ignores those that it does not take. */
    private static final Map<String, Object> INPUTS = Map.of(
            "callConnectionId", "call",
            "incomingCallContext", "context",
            "callbackUri", "https://contact.example.com/callautomation/events",
            "target", USER,
            "moveFromCall", "other",
            "invitationId", "invitation",
            "recordingId", "recording",
            "tones", "1",
            "locale", "en-US");

    private CompletionTimeoutTable() {}

    static String asciidoc() {
        Map<String, String> rows = new LinkedHashMap<>();
        Map<Duration, List<CallAutomationOperation>> fixed = CompletionTable.awaitable().stream()
                .filter(operation -> !row(rows, operation, "invitationTimeout", 180)
                        && !row(rows, operation, "initialSilenceTimeout", 5))
                .collect(Collectors.groupingBy(operation -> timeout(operation, Map.of())));
        fixed.entrySet().stream()
                .sorted(Comparator.comparing(group -> group.getValue().size()))
                .forEach(group -> rows.put(
                        group.getValue().stream()
                                .map(operation -> "`" + operation + "`")
                                .collect(Collectors.joining(", ")),
                        text(group.getKey())));
        return "[cols=\"3,3\",options=\"header\"]\n|===\n| Operation | Default of `completionTimeout`\n\n"
                + rows.entrySet().stream()
                        .map(row -> "| " + row.getKey() + " | " + row.getValue() + "\n")
                        .collect(Collectors.joining())
                + "|===\n";
    }

    /** Adds a row if the default depends on an input. */
    private static boolean row(
            Map<String, String> rows, CallAutomationOperation operation, String input, int defaultSeconds) {
        Duration withInput = timeout(operation, Map.of(input, SAMPLE));
        Duration without = timeout(operation, Map.of());
        if (withInput.equals(without)) {
            return false;
        }
        Duration rest = withInput.minus(SAMPLE);
        assertThat(without).isEqualTo(rest.plusSeconds(defaultSeconds));
        rows.put(
                "`" + operation + "`",
                "`" + input + "` (" + defaultSeconds + " seconds if not set) plus " + text(rest));
        return true;
    }

    private static String text(Duration duration) {
        return duration.toSecondsPart() == 0 ? duration.toMinutes() + " minutes" : duration.toSeconds() + " seconds";
    }

    private static Duration timeout(CallAutomationOperation operation, Map<String, Object> more) {
        Map<String, Object> inputs = new HashMap<>(INPUTS);
        inputs.putAll(more);
        if (operation == CallAutomationOperation.connectCall) {
            inputs.put("roomId", "room");
        }
        inputs.put(
                operation == CallAutomationOperation.recognize ? "maxTones" : "text",
                operation == CallAutomationOperation.recognize ? 1 : "Hello");
        AtomicReference<CompletionExpectation> expectation = new AtomicReference<>();
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            OperationCatalog.find(operation)
                    .execute(inputs(new DefaultExchange(context), operation, inputs), recording(expectation));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertThat(expectation.get()).as("expectation of %s", operation).isNotNull();
        return expectation.get().timeout();
    }

    /** A service that records how the completion of an operation is expected, and sends nothing. */
    private static CallService recording(AtomicReference<CompletionExpectation> expectation) {
        return (CallService) Proxy.newProxyInstance(
                CallService.class.getClassLoader(), new Class<?>[] {CallService.class}, (proxy, method, arguments) -> {
                    if (arguments[0] instanceof CompletionExpectation expected) {
                        expectation.set(expected);
                    }
                    if (method.getReturnType() == Future.class) {
                        return Future.failedFuture("not sent");
                    }
                    return method.getReturnType() == Repeatability.class ? Repeatability.create() : null;
                });
    }

    /** The inputs that the operation declares, with their values. */
    private static OperationInputs inputs(
            Exchange exchange, CallAutomationOperation operation, Map<String, Object> values) {
        Map<Input, Object> options = OperationCatalog.find(operation).inputs().stream()
                .filter(input -> values.containsKey(input.option()))
                .collect(Collectors.toMap(input -> input, input -> values.get(input.option())));
        return new OperationInputs(exchange, new InputHeaders(options.keySet()), new EndpointOptions(options), true);
    }
}
