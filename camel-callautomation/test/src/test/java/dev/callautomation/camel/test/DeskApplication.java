package dev.callautomation.camel.test;

import java.nio.file.Path;
import java.time.Duration;

import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.awaitility.Awaitility;

import dev.callautomation.camel.AcknowledgeMode;
import dev.callautomation.camel.CallAutomationComponent;

/** A Camel context that a test of a class with {@link CallAutomationTest} starts. */
final class DeskApplication implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofMinutes(1);

    private final CamelContext context = new DefaultCamelContext();
    private final ProducerTemplate template = context.createProducerTemplate();

    private DeskApplication(RoutesBuilder routes, Path journal, AcknowledgeMode acknowledge) {
        try {
            CallAutomationComponent component = context.getComponent("callautomation", CallAutomationComponent.class);
            component.setJournalDirectory(journal == null ? null : journal.toString());
            component.setAcknowledge(acknowledge);
            context.getShutdownStrategy().setTimeout(1);
            context.addRoutes(routes);
            context.start();
        } catch (Exception e) {
            close();
            throw new IllegalStateException("The application does not start", e);
        }
    }

    static DeskApplication start(RoutesBuilder routes) {
        return new DeskApplication(routes, null, AcknowledgeMode.RECEIVED);
    }

    /** Answers deliveries when their routes have ended. */
    static DeskApplication startRouted(RoutesBuilder routes) {
        return new DeskApplication(routes, null, AcknowledgeMode.ROUTED);
    }

    /** Runs a test while the application runs. */
    static void run(RoutesBuilder routes, Runnable test) {
        DeskApplication application = start(routes);
        try {
            test.run();
        } finally {
            application.close();
        }
    }

    /** @param journal directory for the files of calls */
    static DeskApplication recording(RoutesBuilder routes, Path journal) {
        return new DeskApplication(routes, journal, AcknowledgeMode.RECEIVED);
    }

    /** Sends an empty message to an endpoint, and does not wait. */
    void call(String endpoint) {
        template.asyncSend(endpoint, exchange -> {});
    }

    /** Waits until no exchange is in flight. */
    void awaitIdle() {
        Awaitility.await()
                .atMost(LIMIT)
                .until(() -> context.getInflightRepository().size() == 0);
    }

    /** Waits until entries could not be written. */
    void awaitUnwritten() {
        CallAutomationComponent component = context.getComponent("callautomation", CallAutomationComponent.class);
        Awaitility.await().atMost(LIMIT).until(() -> component.getUnwrittenJournalEntries() > 0);
    }

    @Override
    public void close() {
        context.stop();
    }
}
