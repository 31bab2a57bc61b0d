package dev.callautomation.camel.test;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.List;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.BeforeTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestInstanceFactoryContext;
import org.junit.jupiter.api.extension.TestInstancePostProcessor;
import org.junit.jupiter.api.extension.TestInstancePreConstructCallback;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

import dev.callautomation.simulator.CallAutomationSimulator;

/** What {@link CallAutomationTest} does in the life of a test. */
final class CallAutomationExtension
        implements BeforeAllCallback,
                TestInstancePreConstructCallback,
                TestInstancePostProcessor,
                BeforeEachCallback,
                BeforeTestExecutionCallback,
                AfterEachCallback,
                ParameterResolver {

    private static final String IN_USE = "simulator in use";

    /**
     * An application of Spring starts when Spring starts it, which is after the extensions and methods that prepare it; only a
     * static field needs it now.
     */
    @Override
    public void beforeAll(ExtensionContext context) {
        Class<?> type = context.getRequiredTestClass();
        if (!TestSession.isOfSpring(type)) {
            TestSession.of(context).enter();
        }
        inject(type, null, context);
    }

    /** Extensions that are registered before this one create Camel contexts in their own callbacks. */
    @Override
    public void preConstructTestInstance(TestInstanceFactoryContext factory, ExtensionContext context) {
        if (!TestSession.isOfSpring(context.getRequiredTestClass())) {
            TestSession.of(context).enter();
        }
    }

    @Override
    public void postProcessTestInstance(Object instance, ExtensionContext context) {
        inject(instance.getClass(), instance, context);
    }

    /** Tests that use one simulator run one after another, because each resets it. */
    @Override
    public void beforeEach(ExtensionContext context) {
        TestSession session = TestSession.of(context);
        session.enter();
        TestSimulator simulator = session.simulator();
        simulator.testBegins();
        store(context).put(IN_USE, new InUse(simulator));
    }

    /** The application context of a test may be another one than when the instance was created. */
    @Override
    public void beforeTestExecution(ExtensionContext context) {
        TestSession.of(context).testBegins(context);
        inject(context.getRequiredTestClass(), null, context);
        context.getTestInstance().ifPresent(instance -> inject(instance.getClass(), instance, context));
    }

    @Override
    public void afterEach(ExtensionContext context) {
        InUse inUse = store(context).get(IN_USE, InUse.class);
        try {
            TestSession session = TestSession.of(context);
            if (context.getExecutionException().isPresent()) {
                session.simulator().report(context.getDisplayName());
            }
            session.simulator().endCallsAndReset();
            session.leave();
        } finally {
            if (inUse != null) {
                inUse.simulator().testEnded();
            }
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == CallAutomationSimulator.class
                && !TestSession.isInjectedBySpring(parameter.getParameter(), context);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return TestSession.of(context).simulator().simulator();
    }

    /** Not the simulator itself, which JUnit would close after the test as each closeable value. */
    private record InUse(TestSimulator simulator) {}

    private static Store store(ExtensionContext context) {
        return context.getStore(Namespace.create(CallAutomationExtension.class, context.getUniqueId()));
    }

    private static void inject(Class<?> type, Object instance, ExtensionContext context) {
        List<Field> fields = ReflectionSupport.findFields(
                type,
                field -> field.getType() == CallAutomationSimulator.class
                        && Modifier.isStatic(field.getModifiers()) == (instance == null)
                        && !Modifier.isFinal(field.getModifiers())
                        && !TestSession.isInjectedBySpring(field, context),
                HierarchyTraversalMode.TOP_DOWN);
        for (Field field : fields) {
            try {
                field.setAccessible(true);
                field.set(instance, TestSession.of(context).simulator().simulator());
            } catch (IllegalAccessException e) {
                throw new IllegalStateException("The simulator cannot be injected into " + field, e);
            }
        }
    }
}
