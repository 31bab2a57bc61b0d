package dev.callautomation.camel;

import org.apache.camel.CamelContext;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.spi.Metadata;
import org.apache.camel.support.DefaultComponent;

import dev.callautomation.camel.ingress.Acknowledge;

/** How events come in. These are options of the component alone, for its consumers share one path. */
abstract class ReceivingComponent extends DefaultComponent {

    @Metadata(
            label = "consumer",
            defaultValue = "/callautomation/events",
            description = "The HTTP path that the service posts events to, which all consumers share.")
    private String callbackPath = "/callautomation/events";

    @Metadata(
            label = "consumer,advanced",
            defaultValue = "true",
            description =
                    "Whether callbackPath is opened. Without it, events come by callautomation:dispatch alone, and"
                            + " nothing has to say who may deliver.")
    private boolean openCallbackPath = true;

    @Metadata(
            label = "consumer,advanced",
            defaultValue = "1048576",
            description = "The longest delivery of events that is taken, in bytes. A longer one is answered with 413.")
    private int maxBodySize = 1024 * 1024;

    @Metadata(
            label = "consumer,advanced",
            defaultValue = "1000",
            description = "How many events may wait or be in routes at once, counted for each consumer. Deliveries"
                    + " beyond that are answered with 503, so that the service sends them again.")
    private int maxPendingEvents = 1000;

    @Metadata(
            label = "consumer,advanced",
            defaultValue = "20",
            description = "How many threads run the routes of consumers.")
    private int consumerThreads = 20;

    @Metadata(
            label = "consumer,advanced",
            description = "Remembers the events that were handled, so that one that the service delivers again is not"
                    + " handled again. Without it, the last 10,000 are remembered in memory.")
    private IdempotentRepository idempotentRepository;

    @Metadata(
            label = "consumer",
            defaultValue = "received",
            description =
                    "When a delivery of events is answered with 200: received, as soon as its events wait for their"
                            + " routes, or routed, when all routes have handled them; if one fails, the service is asked to deliver"
                            + " again.")
    private Acknowledge acknowledge = Acknowledge.received;

    @Metadata(
            label = "consumer,advanced",
            defaultValue = "25000",
            javaType = "java.time.Duration",
            description =
                    "How long an answer may wait for routes if acknowledge is routed. The service is asked to deliver"
                            + " again after that, while the routes go on.")
    private long acknowledgeTimeout = 25_000;

    ReceivingComponent() {}

    ReceivingComponent(CamelContext context) {
        super(context);
    }

    public String getCallbackPath() {
        return callbackPath;
    }

    public void setCallbackPath(String callbackPath) {
        this.callbackPath = callbackPath;
    }

    public boolean isOpenCallbackPath() {
        return openCallbackPath;
    }

    public void setOpenCallbackPath(boolean openCallbackPath) {
        this.openCallbackPath = openCallbackPath;
    }

    public int getMaxBodySize() {
        return maxBodySize;
    }

    public void setMaxBodySize(int maxBodySize) {
        this.maxBodySize = maxBodySize;
    }

    public int getMaxPendingEvents() {
        return maxPendingEvents;
    }

    public void setMaxPendingEvents(int maxPendingEvents) {
        this.maxPendingEvents = maxPendingEvents;
    }

    public int getConsumerThreads() {
        return consumerThreads;
    }

    public void setConsumerThreads(int consumerThreads) {
        this.consumerThreads = consumerThreads;
    }

    public IdempotentRepository getIdempotentRepository() {
        return idempotentRepository;
    }

    public void setIdempotentRepository(IdempotentRepository idempotentRepository) {
        this.idempotentRepository = idempotentRepository;
    }

    public Acknowledge getAcknowledge() {
        return acknowledge;
    }

    public void setAcknowledge(Acknowledge acknowledge) {
        this.acknowledge = acknowledge;
    }

    public long getAcknowledgeTimeout() {
        return acknowledgeTimeout;
    }

    public void setAcknowledgeTimeout(long acknowledgeTimeout) {
        this.acknowledgeTimeout = acknowledgeTimeout;
    }
}
