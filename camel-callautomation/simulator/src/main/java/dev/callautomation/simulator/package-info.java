/**
 * A local simulator of the Call Automation service: {@link dev.callautomation.simulator.CallAutomationSimulator} starts
 * it, {@link dev.callautomation.simulator.SimulatorOptions} configures it, and
 * {@link dev.callautomation.simulator.SimulatedPhone} operates its phones.
 *
 * <p>The public API consists of this package, {@code junit} (the JUnit 5 extension), {@code model} (values) and
 * {@code fault} ({@link dev.callautomation.simulator.fault.Fault} and the types that it refers to). All other packages
 * are internal and may change at any time.
 */
package dev.callautomation.simulator;
