package dev.callautomation.camel.test;

import java.net.URI;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.camel.CamelContext;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.web.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.MergedContextConfiguration;

/** Starts a simulator with an application context, for its Camel context, and closes it with the application context. */
record SimulatorContextCustomizer(SimulatorSettings settings) implements ContextCustomizer {

    private static final int SHUTDOWN_SECONDS = 5;
    private static final String PREFIX = "camel.component.callautomation.";

    @Override
    public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
        if (!(context instanceof WebServerApplicationContext)) {
            throw noWebServer();
        }
        TestSimulator simulator = TestSimulator.start(settings);
        ConfigurableEnvironment environment = context.getEnvironment();
        Map<String, Object> options = new HashMap<>();
        simulator.options().forEach((name, value) -> options.put(PREFIX + kebab(name), value));
        options.put(PREFIX + "callback-uri", ConnectedContext.UNKNOWN_CALLBACK_URI);
        // closing a context that Spring has kept must not wait for the time that production allows
        options.put("camel.main.shutdown-timeout", SHUTDOWN_SECONDS);
        environment.getPropertySources().addFirst(new MapPropertySource("callautomation-test", options));
        DefaultListableBeanFactory beans = (DefaultListableBeanFactory) context.getBeanFactory();
        beans.registerSingleton("callAutomationTestSimulator", simulator);
        beans.registerDisposableBean("callAutomationTestSimulator", simulator::close);
        beans.registerSingleton("callAutomationSimulator", simulator.simulator());
        beans.addBeanPostProcessor(new CamelContexts(simulator, environment));
    }

    static IllegalStateException noWebServer() {
        return new IllegalStateException("@CallAutomationTest needs a web server, which receives the events of the"
                + " simulator: use @SpringBootTest(webEnvironment = RANDOM_PORT)");
    }

    /** Of the web server, once it listens. */
    private static Optional<URI> address(ConfigurableEnvironment environment) {
        String scheme = environment.getProperty("server.ssl.enabled", Boolean.class, false)
                        || environment.containsProperty("server.ssl.bundle")
                        || environment.containsProperty("server.ssl.key-store")
                ? "https"
                : "http";
        String path = Stream.of("server.servlet.context-path", "spring.mvc.servlet.path")
                .map(name -> environment.getProperty(name, "").replaceAll("/*$", ""))
                .collect(Collectors.joining());
        return Optional.ofNullable(environment.getProperty("local.server.port"))
                .map(port -> URI.create(scheme + "://localhost:" + port + path));
    }

    private record CamelContexts(TestSimulator simulator, ConfigurableEnvironment environment)
            implements BeanPostProcessor {

        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            if (bean instanceof CamelContext camel) {
                try {
                    ConnectedContext.connect(simulator, camel, () -> address(environment));
                } catch (Exception e) {
                    throw new BeanCreationException(name, "The Camel context cannot be connected to the simulator", e);
                }
            }
            return bean;
        }
    }

    private static String kebab(String camelCase) {
        return camelCase.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
