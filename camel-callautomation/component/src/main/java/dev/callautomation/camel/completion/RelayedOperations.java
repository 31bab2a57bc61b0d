package dev.callautomation.camel.completion;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

import org.apache.camel.support.LRUCacheFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.callautomation.camel.ingress.EventParser;
import dev.callautomation.camel.ingress.MalformedDeliveryException;
import dev.callautomation.camel.ingress.ReceivedEvent;
import dev.callautomation.camel.ingress.WaitingOperations;
import dev.callautomation.camel.model.OperationTrace;
import dev.callautomation.camel.operation.OperationCatalog;

/**
 * The operations that wait on any node. An event that names the operation of another node goes there, and is given to this
 * node's consumers when that node has told who waited. An event that names none, and may end an operation all the same,
 * goes to all nodes.
 */
public final class RelayedOperations implements WaitingOperations {

    private static final Logger LOG = LoggerFactory.getLogger(RelayedOperations.class);
    private static final int NODES = 1_000;

    /** How long a node that has not answered is taken for gone, unless it is heard of: as a multiple of its time to answer. */
    private static final int SILENCE = 12;

    /** What part of the time to answer is left for who may wait in place of a node that is gone. */
    private static final int IMPATIENCE = 10;

    private final String node;
    private final PendingOperations local;
    private final NodeRelay relay;
    private final ScheduledExecutorService timer;
    private final Duration patience;
    private final Duration settling;
    // an answer to this node's predecessor of the same name is none to this one
    private final AtomicLong numbers = new AtomicLong(System.currentTimeMillis() << Integer.SIZE / 2);
    private final Map<Long, Question> questions = new ConcurrentHashMap<>();
    private final Map<String, Long> silent = LRUCacheFactory.newLRUCache(NODES);

    /**
     * @param node     this one
     * @param local    the operations that wait here
     * @param timer    runs deadlines
     * @param patience how long a node may take to say who waits
     * @param settling how long what an event sets going may take to wait again
     */
    public RelayedOperations(
            String node,
            PendingOperations local,
            NodeRelay relay,
            ScheduledExecutorService timer,
            Duration patience,
            Duration settling) {
        this.node = node;
        this.local = local;
        this.relay = relay;
        this.timer = timer;
        this.patience = patience;
        this.settling = settling;
    }

    @Override
    public void open() throws Exception {
        relay.open(this::received);
    }

    @Override
    public Claim offer(ReceivedEvent event) {
        OperationTrace trace = event.envelope().trace();
        boolean foreign = trace != null && trace.awaited() && !trace.node().equals(node) && !local.knows(trace);
        Claim claim = local.offer(event);
        if (foreign) {
            Question question = ask(trace.node(), event);
            return new Claim(question.nobody, claim.settled().thenCombine(question.settled, (here, there) -> null));
        }
        if (OperationCatalog.endsUnnamed(event.envelope().shortType())) {
            CompletionStage<Void> sent = relay.send(
                    RelayMessage.event(node, null, 0, event.delivered()).write());
            return new Claim(claim.nobodyWaited(), claim.settled().thenCombine(sent, (settled, out) -> null));
        }
        return claim;
    }

    private Question ask(String owner, ReceivedEvent event) {
        long number = numbers.incrementAndGet();
        Question question = new Question(owner);
        questions.put(number, question);
        relay.send(RelayMessage.event(node, owner, number, event.delivered()).write())
                .exceptionally(failure -> question.fail(failure));
        long millis = isSilent(owner) ? patience.toMillis() / IMPATIENCE : patience.toMillis();
        timer.schedule(() -> unanswered(number, question), millis, TimeUnit.MILLISECONDS);
        return question;
    }

    private void unanswered(long number, Question question) {
        if (question.unclaimed()) {
            questions.remove(number);
            abandon(question.to);
        } else {
            // if it does not settle by then, whoever delivered the event has been told so
            timer.schedule(() -> questions.remove(number), settling.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** What it took on before it fell silent has to be delivered again. */
    private void abandon(String owner) {
        if (!isSilent(owner)) {
            LOG.warn("The node {} does not say who waits; its operations are taken for abandoned", owner);
        }
        silent.put(owner, System.nanoTime());
        questions.values().stream()
                .filter(question -> owner.equals(question.claimedBy))
                .forEach(question -> question.fail(
                        new TimeoutException("The node " + owner + " fell silent before its route had gone on")));
    }

    private boolean isSilent(String owner) {
        Long since = silent.get(owner);
        return since != null && System.nanoTime() - since < patience.toNanos() * SILENCE;
    }

    private void received(byte[] json) {
        RelayMessage message;
        try {
            message = RelayMessage.read(json);
        } catch (IOException e) {
            LOG.warn("A message of the relay cannot be read: {}", e.getClass().getSimpleName());
            return;
        }
        if (node.equals(message.from())) {
            return;
        }
        silent.remove(message.from());
        boolean mine = node.equals(message.to());
        switch (message.kind()) {
            case EVENT -> event(message, mine);
            case CLAIM -> answer(mine, message);
            case SETTLED -> settle(mine, message);
        }
    }

    private void event(RelayMessage message, boolean mine) {
        try {
            for (ReceivedEvent event :
                    EventParser.parse(message.event().toString().getBytes(StandardCharsets.UTF_8), true)) {
                OperationTrace trace = event.envelope().trace();
                // a request that was sent again here is told of as of the first
                boolean asked = mine || message.to() != null && trace != null && local.knows(trace);
                if (asked || OperationCatalog.endsUnnamed(event.envelope().shortType())) {
                    Claim claim = local.offer(event);
                    if (asked) {
                        reply(message, claim);
                    }
                }
            }
        } catch (MalformedDeliveryException e) {
            LOG.warn("An event of the relay cannot be read: {}", e.getMessage());
        }
    }

    private void reply(RelayMessage message, Claim claim) {
        claim.nobodyWaited().thenAccept(nobody -> {
            relay.send(message.claim(nobody).write());
            if (!nobody) {
                claim.settled().thenRun(() -> relay.send(message.settled().write()));
            }
        });
    }

    private void answer(boolean mine, RelayMessage message) {
        Question question = mine ? questions.get(message.number()) : null;
        if (question == null) {
            return;
        }
        if (!message.nobody()) {
            question.claimed(message.from());
        } else if (question.to.equals(message.from())) {
            // it may have been started anew, while another node has sent its request again
            timer.schedule(question::unclaimed, patience.toMillis() / IMPATIENCE, TimeUnit.MILLISECONDS);
        }
    }

    private void settle(boolean mine, RelayMessage message) {
        Question question = mine ? questions.remove(message.number()) : null;
        if (question != null) {
            // this message may come before the one that says that somebody waited
            question.claimed(message.from());
            question.settled.complete(null);
        }
    }

    @Override
    public void close() {
        relay.close();
        local.close();
    }
}
