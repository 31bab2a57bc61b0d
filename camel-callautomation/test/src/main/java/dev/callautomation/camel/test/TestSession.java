package dev.callautomation.camel.test;

import java.lang.reflect.AnnotatedElement;
import java.util.Arrays;
import java.util.Optional;

import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.platform.commons.support.AnnotationSupport;

/** The simulator of the tests of a class, and when contexts are connected to it. */
interface TestSession {

    /** The one of a test class, which its nested classes share. */
    static TestSession of(ExtensionContext context) {
        Class<?> testClass = context.getRequiredTestClass();
        if (isOfSpring(testClass)) {
            return SpringSession.of(context);
        }
        Class<?> annotated = annotated(testClass);
        ExtensionContext owner = context;
        while (owner.getElement().filter(annotated::equals).isEmpty()) {
            owner = owner.getParent().orElseThrow();
        }
        return owner.getStore(Namespace.create(TestSession.class))
                .getOrComputeIfAbsent(annotated, type -> PlainSession.start(settings(annotated)), PlainSession.class);
    }

    TestSimulator simulator();

    /** The current thread runs a test of the class, whose callbacks begin. */
    void enter();

    /** The callbacks before a test have ended. */
    void testBegins(ExtensionContext context);

    /** The test has ended. */
    void leave();

    /** Whether Spring injects a field or a parameter itself. */
    static boolean isInjectedBySpring(AnnotatedElement element, ExtensionContext context) {
        return isOfSpring(context.getRequiredTestClass()) && SpringSession.injects(element, context);
    }

    static SimulatorSettings settings(Class<?> testClass) {
        return SimulatorSettings.of(AnnotationSupport.findAnnotation(testClass, CallAutomationTest.class)
                .orElseThrow(() -> new IllegalStateException("There is no @CallAutomationTest at " + testClass)));
    }

    /** The class that has the annotation: the given one or, if it is nested, one around it. */
    private static Class<?> annotated(Class<?> testClass) {
        Class<?> each = testClass;
        while (AnnotationSupport.findAnnotation(each, CallAutomationTest.class).isEmpty()) {
            each = Optional.ofNullable(each.getEnclosingClass())
                    .orElseThrow(() -> new IllegalStateException("There is no @CallAutomationTest at " + testClass));
        }
        return each;
    }

    static boolean isOfSpring(Class<?> testClass) {
        for (Class<?> each = testClass; each != null; each = each.getEnclosingClass()) {
            boolean spring = AnnotationSupport.findRepeatableAnnotations(each, ExtendWith.class).stream()
                    .flatMap(annotation -> Arrays.stream(annotation.value()))
                    .anyMatch(extension -> extension.getSimpleName().equals("SpringExtension"));
            if (spring) {
                return true;
            }
        }
        return false;
    }
}
