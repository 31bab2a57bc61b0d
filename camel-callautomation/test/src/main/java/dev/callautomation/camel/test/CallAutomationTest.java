package dev.callautomation.camel.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.function.Supplier;

import org.junit.jupiter.api.extension.ExtendWith;

import dev.callautomation.simulator.SimulatorOptions;

/**
 * Runs the tests of a class against a simulator of the service on a free port.
 *
 * <p>Every Camel context that a test starts, by {@code CamelTestSupport}, {@code @CamelMainTest}, camel-main or itself, uses the
 * simulator: the options of its {@code CallAutomationComponent} for the connection, the callback URI and the authentication of
 * deliveries are set, its HTTP server listens on a free port (one is added to a context that has none), and it is subscribed to
 * events of Event Grid when its routes have started. A context must be created on the thread of the test.
 *
 * <p>With {@code @SpringBootTest(webEnvironment = RANDOM_PORT)} the same happens to the Camel context of the application, by
 * properties {@code camel.component.callautomation.*} that have precedence over all others. The simulator is a bean then, and is
 * closed with the application context.
 *
 * <p>Parameters and fields of type {@link dev.callautomation.simulator.CallAutomationSimulator} receive the simulator; fields must
 * not be final. After each test it is reset; the timelines of the calls of a failed test are printed to standard error first.
 * Nested classes use the simulator of the class around them.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.ANNOTATION_TYPE})
@ExtendWith(CallAutomationExtension.class)
public @interface CallAutomationTest {

    /** Types of events that Event Grid delivers to the application; all if empty. */
    String[] eventGrid() default {"IncomingCall", "RecordingFileStatusUpdated"};

    /**
     * Class that creates the options of the simulator, with a constructor without parameters. By default a phone rings for 50 ms and
     * each play source takes 50 ms; the other options have their defaults.
     */
    Class<? extends Supplier<SimulatorOptions>> options() default ShortTimes.class;
}
