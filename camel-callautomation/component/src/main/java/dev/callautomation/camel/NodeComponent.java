package dev.callautomation.camel;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.regex.Pattern;

import org.apache.camel.CamelContext;
import org.apache.camel.spi.Metadata;

import dev.callautomation.camel.completion.NodeRelay;

/** This node among others, and the operations that wait on it. Options of the component alone. */
abstract class NodeComponent extends ReceivingComponent {

    private static final Pattern NODE = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final int RANDOM_BYTES = 6;

    @Metadata(
            label = "producer,advanced",
            defaultValue = "100000",
            description =
                    "How many operations may wait for the events that end them at once. One more is refused before"
                            + " it is sent.")
    private int maxPendingOperations = 100_000;

    @Metadata(
            label = "advanced",
            description =
                    "Names this node in operation contexts, so that other nodes know whose operation an event ends:"
                            + " letters, digits and . _ - only. Without it, a new random one at each start.")
    private String nodeId;

    @Metadata(
            label = "advanced",
            description =
                    "Where to tell other nodes of events that end their operations: the URI of an endpoint that leads"
                            + " to relayFrom of all nodes, such as a topic. Without it, an operation is ended by events that"
                            + " come to its own node.")
    private String relayTo;

    @Metadata(
            label = "advanced",
            description =
                    "Where to learn from other nodes of events: the URI of an endpoint that gives each node all that"
                            + " is sent to relayTo, such as a topic read by a group of its own.")
    private String relayFrom;

    @Metadata(label = "advanced", description = "How nodes tell each other of events, if not by relayTo and relayFrom.")
    private NodeRelay relay;

    @Metadata(
            label = "advanced",
            defaultValue = "5000",
            javaType = "java.time.Duration",
            description =
                    "How long another node may take to say whether one of its operations waits for an event. It is"
                            + " taken for gone then, and the event goes to consumers as one that nobody waited for.")
    private long relayTimeout = 5_000;

    private String node;

    NodeComponent() {}

    NodeComponent(CamelContext context) {
        super(context);
    }

    /** Not when it is initialized: camel-main sets options after that. */
    @Override
    protected void doStart() throws Exception {
        super.doStart();
        if (nodeId == null) {
            byte[] random = new byte[RANDOM_BYTES];
            new SecureRandom().nextBytes(random);
            node = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        } else if (NODE.matcher(nodeId).matches()) {
            node = nodeId;
        } else {
            throw new IllegalArgumentException(
                    "The option nodeId must have 1 to 64 letters, digits and . _ -, such as a pod's name");
        }
    }

    /**
     * How nodes tell each other of events; {@code null} if they do not.
     *
     * @throws IllegalArgumentException if only one of relayTo and relayFrom is set
     */
    NodeRelay nodeRelay() {
        if ((relayTo == null) != (relayFrom == null)) {
            throw new IllegalArgumentException("The options relayTo and relayFrom must both be set, or neither");
        }
        return relay != null || relayTo == null
                ? relay
                : new EndpointRelay(getCamelContext(), relayTo, relayFrom, Duration.ofMillis(relayTimeout));
    }

    /** Names this node in operation contexts. */
    String node() {
        return node;
    }

    public int getMaxPendingOperations() {
        return maxPendingOperations;
    }

    public void setMaxPendingOperations(int maxPendingOperations) {
        this.maxPendingOperations = maxPendingOperations;
    }

    public String getNodeId() {
        return nodeId;
    }

    public void setNodeId(String nodeId) {
        this.nodeId = nodeId;
    }

    public String getRelayTo() {
        return relayTo;
    }

    public void setRelayTo(String relayTo) {
        this.relayTo = relayTo;
    }

    public String getRelayFrom() {
        return relayFrom;
    }

    public void setRelayFrom(String relayFrom) {
        this.relayFrom = relayFrom;
    }

    public NodeRelay getRelay() {
        return relay;
    }

    public void setRelay(NodeRelay relay) {
        this.relay = relay;
    }

    public long getRelayTimeout() {
        return relayTimeout;
    }

    public void setRelayTimeout(long relayTimeout) {
        this.relayTimeout = relayTimeout;
    }
}
