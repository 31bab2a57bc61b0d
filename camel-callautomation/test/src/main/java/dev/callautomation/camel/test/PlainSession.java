package dev.callautomation.camel.test;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;

/** A simulator of a test class outside Spring, which is closed after the tests of the class. */
@SuppressWarnings("deprecation") // before JUnit 5.13, which Spring Boot does not have, AutoCloseable was not sufficient
final class PlainSession implements TestSession, AutoCloseable, CloseableResource {

    private final TestSimulator simulator;
    private final CreatedContexts contexts;

    private PlainSession(TestSimulator simulator) {
        this.simulator = simulator;
        this.contexts = new CreatedContexts(simulator);
    }

    static PlainSession start(SimulatorSettings settings) {
        PlainSession session = new PlainSession(TestSimulator.start(settings));
        session.contexts.open();
        return session;
    }

    @Override
    public TestSimulator simulator() {
        return simulator;
    }

    @Override
    public void enter() {
        contexts.enter();
    }

    @Override
    public void testBegins(ExtensionContext context) {
        // the simulator stays the same
    }

    @Override
    public void leave() {
        contexts.leave();
    }

    @Override
    public void close() {
        contexts.leave();
        contexts.close();
        simulator.close();
    }
}
