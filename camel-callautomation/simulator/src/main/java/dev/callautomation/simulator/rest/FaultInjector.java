package dev.callautomation.simulator.rest;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.vertx.core.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.callautomation.simulator.fault.ActiveFaults;
import dev.callautomation.simulator.fault.DelayedResponses;
import dev.callautomation.simulator.fault.Fault;
import dev.callautomation.simulator.fault.OperationFault;
import dev.callautomation.simulator.fault.Trigger;

/** Injects the faults of requests. */
final class FaultInjector {

    private static final Logger LOG = LoggerFactory.getLogger(FaultInjector.class);

    /** The codes that usually come with a status. */
    private static final Map<Integer, String> CODES =
            Map.of(400, "8523", 401, "7509", 404, "8522", 409, "8519", 412, "8583", 429, "8516");

    private final ActiveFaults faults;
    private final DelayedResponses held;

    FaultInjector(ActiveFaults faults, DelayedResponses held) {
        this.faults = faults;
        this.held = held;
    }

    static void checkOperations(List<Fault> faults) {
        Set<String> known = Operations.names();
        for (Fault fault : faults) {
            String name = fault.when().name();
            if (fault instanceof OperationFault && !name.equals(Trigger.ANY) && !known.contains(name)) {
                throw new IllegalArgumentException(
                        "There is no operation " + name + ": name one of " + known + ", or * for all.");
            }
        }
    }

    void reset() {
        held.release();
    }

    /** What happens to a request that is understood. */
    Optional<OperationFault> match(RequestTimeline.Note note) {
        Optional<OperationFault> fault = faults.ofOperation(note.operation(), note.ids());
        fault.ifPresent(each -> LOG.debug("Injecting a fault: {} {}", note.operation(), each.description()));
        return fault;
    }

    /** What is answered to a request that is not executed. */
    static Reply refusal(OperationFault fault) {
        int status = fault.status() == null ? 503 : fault.status();
        String code = fault.code() == null ? CODES.getOrDefault(status, "9999") : fault.code();
        return Reply.error(status, code, "A fault of the simulator.");
    }

    /**
     * Waits as long as the answer has to.
     *
     * @param gate opens the way for events that come before the answer
     */
    Future<Boolean> untilAnswer(RequestTimeline.Note note, Reply reply, Optional<OperationFault> fault, Runnable gate) {
        if (fault.isEmpty() && reply.status() < 300 && note.subject().isPresent()) {
            Optional<Set<String>> types = faults.awaitedBefore(note.operation(), note.ids());
            if (types.isPresent()) {
                note.fault("the answer to " + note.operation() + " waits for " + String.join(" or ", types.get()));
                Future<Boolean> sent = held.untilSent(note.subject().get(), types.get());
                gate.run();
                return sent.onSuccess(early -> {
                    if (!early) {
                        note.fault("no such event came, " + note.operation() + " is answered");
                    }
                });
            }
        }
        long delay = fault.map(OperationFault::delayMillis).orElse(0L);
        return delay == 0 ? Future.succeededFuture(true) : held.after(Duration.ofMillis(delay));
    }
}
