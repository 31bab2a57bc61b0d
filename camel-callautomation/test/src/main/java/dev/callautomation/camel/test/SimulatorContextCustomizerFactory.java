package dev.callautomation.camel.test;

import java.util.List;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.TestContextAnnotationUtils;
import org.springframework.util.ClassUtils;

/** Finds the annotation at a test class of Spring or at a class around it. */
final class SimulatorContextCustomizerFactory implements ContextCustomizerFactory {

    private static final String BOOT_TEST = "org.springframework.boot.test.context.SpringBootTest";

    @Override
    public ContextCustomizer createContextCustomizer(
            Class<?> testClass, List<ContextConfigurationAttributes> configuration) {
        CallAutomationTest annotation =
                TestContextAnnotationUtils.findMergedAnnotation(testClass, CallAutomationTest.class);
        if (annotation == null) {
            return null;
        }
        if (ClassUtils.isPresent(BOOT_TEST, testClass.getClassLoader())) {
            BootTest.check(testClass);
        }
        return new SimulatorContextCustomizer(SimulatorSettings.of(annotation));
    }

    /** A class of its own: the library of the annotation is optional. */
    private static final class BootTest {

        static void check(Class<?> testClass) {
            SpringBootTest application =
                    TestContextAnnotationUtils.findMergedAnnotation(testClass, SpringBootTest.class);
            if (application != null && !application.webEnvironment().isEmbedded()) {
                // the message is that of the failed test here, and only one of its causes once the context is being
                // loaded
                throw SimulatorContextCustomizer.noWebServer();
            }
        }
    }
}
