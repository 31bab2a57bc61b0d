package dev.callautomation.camel;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;

import io.vertx.core.AsyncResult;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultAsyncProducer;

import dev.callautomation.camel.RouteThreads.Continuation;
import dev.callautomation.camel.model.OperationTrace;
import dev.callautomation.camel.operation.CallOperation;
import dev.callautomation.camel.operation.CarriedHeaders;
import dev.callautomation.camel.operation.Expectation;
import dev.callautomation.camel.operation.Input;
import dev.callautomation.camel.operation.OperationInputs;
import dev.callautomation.camel.operation.OperationResult;
import dev.callautomation.camel.operation.RecordingStream;

/** Carries one operation out for each exchange, without a thread of its own while the service works. */
class CallAutomationProducer extends DefaultAsyncProducer {

    private final CallOperation operation;
    private final IdentifierMask mask;
    private Map<Input, Object> options = Map.of();
    private final Carry carry;
    private ServiceClients clients;
    private RouteThreads threads;

    CallAutomationProducer(CallAutomationEndpoint endpoint, CallOperation operation) {
        super(endpoint);
        this.operation = operation;
        this.mask = IdentifierMask.of(endpoint.getConfiguration());
        this.carry =
                Carry.of(operation.echoesContext() ? endpoint.getConfiguration().getCarry() : null);
    }

    final CallOperation operation() {
        return operation;
    }

    final IdentifierMask mask() {
        return mask;
    }

    @Override
    public CallAutomationEndpoint getEndpoint() {
        return (CallAutomationEndpoint) super.getEndpoint();
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        CallAutomationComponent component = getEndpoint().getComponent();
        options = OptionInputs.of(getEndpoint().getConfiguration(), component.getCallbackPath());
        clients = component.clients().clients(getEndpoint().getConfiguration());
        threads = component.clients().threads();
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        try {
            carryOut(exchange, new OperationInputs(exchange, options()), callback);
            return false;
        } catch (IllegalArgumentException e) {
            exchange.setException(new IllegalArgumentException(
                    "callautomation:" + getEndpoint().getOperation() + ": " + mask.in(e.getMessage()), mask.cause(e)));
        } catch (Exception e) {
            exchange.setException(e);
        }
        callback.done(true);
        return true;
    }

    /** @throws IllegalArgumentException if an input is missing or out of range; nothing is sent then */
    void carryOut(Exchange exchange, OperationInputs inputs, AsyncCallback callback) {
        Continuation route = continuation(exchange, callback);
        operation
                .execute(inputs, service(exchange, null))
                .onComplete(result -> route.goOn(() -> finish(exchange, inputs, result)));
    }

    /** @param waiting told what to wait for, before anything is sent; {@code null} if nobody waits */
    final ExchangeCallService service(Exchange exchange, BiConsumer<Expectation, OperationTrace> waiting) {
        CallAutomationEndpoint endpoint = getEndpoint();
        return new ExchangeCallService(
                clients,
                endpoint.getOperation(),
                operation,
                exchange,
                mask,
                new OperationTraces(
                        waiting == null ? null : endpoint.getComponent().node(), carry.values(exchange)),
                waiting);
    }

    /** The component's callback URI may become known late, when a server has found itself a free port. */
    private Map<Input, Object> options() {
        if (!options.containsKey(Input.callbackUri)) {
            CallAutomationComponent component = getEndpoint().getComponent();
            String late =
                    CallbackUri.resolve(component.getConfiguration().getCallbackUri(), component.getCallbackPath());
            if (late != null) {
                Map<Input, Object> completed = new EnumMap<>(options);
                completed.put(Input.callbackUri, late);
                return completed;
            }
        }
        return options;
    }

    final Continuation continuation(Exchange exchange, AsyncCallback callback) {
        return threads.continuation(exchange, callback);
    }

    final void finish(Exchange exchange, OperationInputs inputs, AsyncResult<OperationResult> result) {
        if (result.failed()) {
            exchange.setException(
                    result.cause() instanceof CallAutomationException known
                            ? known
                            : new CallAutomationException(getEndpoint().getOperation(), result.cause(), mask));
            return;
        }
        if (result.result().body() != null) {
            exchange.getMessage().setBody(result.result().body());
            if (result.result().body() instanceof RecordingStream download) {
                long patience = getEndpoint().getConfiguration().getResponseTimeout();
                exchange.getExchangeExtension()
                        .addOnCompletion(new DownloadRelease(
                                download, getEndpoint().getComponent().clients().vertx(), patience));
            }
        }
        leaveHeaders(exchange, inputs, result.result());
    }

    /** Leaves what the operation learned to those that follow. */
    static void leaveHeaders(Exchange exchange, OperationInputs inputs, OperationResult result) {
        Map<String, Object> headers = new HashMap<>(result.headers());
        // what came from an option serves the operations that follow, too
        for (Input input : new Input[] {Input.callConnectionId, Input.operationContext, Input.recordingId}) {
            if (exchange.getMessage().getHeader(input.header()) == null && inputs.text(input) != null) {
                headers.putIfAbsent(input.header(), inputs.text(input));
            }
        }
        CarriedHeaders.set(exchange, headers);
    }
}
