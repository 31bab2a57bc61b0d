package dev.callautomation.simulator.junit;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

import dev.callautomation.simulator.CallAutomationSimulator;
import dev.callautomation.simulator.SimulatorOptions;

/**
 * One simulator for each test class, on a free port, handed in as a parameter of type {@link CallAutomationSimulator}
 * and reset before each test; subscriptions stay. Either {@code @ExtendWith(CallAutomationSimulatorExtension.class)}
 * or, with options, a static field with {@code @RegisterExtension}.
 */
public final class CallAutomationSimulatorExtension
        implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback, ParameterResolver {

    private final SimulatorOptions options;
    private CallAutomationSimulator simulator;
    private int openClasses;

    /** A simulator with the default options. */
    public CallAutomationSimulatorExtension() {
        this(SimulatorOptions.defaults());
    }

    /** A simulator with these options. */
    public CallAutomationSimulatorExtension(SimulatorOptions options) {
        this.options = options;
    }

    /** The simulator, while the tests of a class run. */
    public CallAutomationSimulator simulator() {
        if (simulator == null) {
            throw new IllegalStateException(
                    "The simulator is not running: the field that holds this extension must be static");
        }
        return simulator;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        // nested classes share the simulator of the class around them
        if (openClasses++ == 0) {
            simulator = CallAutomationSimulator.start(options);
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        simulator().reset();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (--openClasses == 0 && simulator != null) {
            simulator.close();
            simulator = null;
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == CallAutomationSimulator.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return simulator();
    }
}
