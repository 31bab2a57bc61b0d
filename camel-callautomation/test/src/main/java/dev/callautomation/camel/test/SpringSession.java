package dev.callautomation.camel.test;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Parameter;
import java.util.stream.Stream;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.test.context.junit.jupiter.SpringExtension;
import org.springframework.test.context.support.TestConstructorUtils;

/** The simulator of an application context, which {@link SimulatorContextCustomizer} starts and the context closes. */
record SpringSession(TestSimulator simulator) implements TestSession {

    static SpringSession of(ExtensionContext context) {
        SpringSession kept = store(context).get(context.getUniqueId(), SpringSession.class);
        return kept == null
                ? new SpringSession(
                        SpringExtension.getApplicationContext(context).getBean(TestSimulator.class))
                : kept;
    }

    private static Store store(ExtensionContext context) {
        return context.getStore(Namespace.create(SpringSession.class));
    }

    /** Keeps the simulator: the application context may have been closed when the timelines are printed. */
    @Override
    public void testBegins(ExtensionContext context) {
        store(context).put(context.getUniqueId(), this);
    }

    @Override
    public void enter() {
        // the Camel context is a bean
    }

    @Override
    public void leave() {
        // as above
    }

    /** As {@link SpringExtension} decides it: otherwise two extensions would resolve one parameter. */
    @SuppressWarnings("removal") // the replacement is missing in older versions of Spring
    static boolean injects(AnnotatedElement element, ExtensionContext context) {
        boolean ofConstructor = element instanceof Parameter parameter
                && TestConstructorUtils.isAutowirableConstructor(
                        parameter.getDeclaringExecutable(),
                        context.getRequiredTestClass(),
                        name -> context.getConfigurationParameter(name).orElse(null));
        return ofConstructor
                || Stream.of(Autowired.class, Qualifier.class, Value.class)
                        .anyMatch(annotation -> AnnotatedElementUtils.hasAnnotation(element, annotation));
    }
}
