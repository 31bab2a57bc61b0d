package dev.callautomation.camel;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;

import org.apache.camel.CamelContext;
import org.apache.camel.spi.Metadata;

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

    private String node;

    NodeComponent() {}

    NodeComponent(CamelContext context) {
        super(context);
    }

    @Override
    protected void doInit() throws Exception {
        super.doInit();
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
}
