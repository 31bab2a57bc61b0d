package dev.callautomation.camel.springboot;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

import org.apache.camel.CamelContext;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

import dev.callautomation.camel.CallAutomationComponent;

/** A Spring Boot application without a web server. */
final class PlainApplication implements AutoCloseable {

    private final ConfigurableApplicationContext application;

    private PlainApplication(ConfigurableApplicationContext application) {
        this.application = application;
    }

    static PlainApplication start(Map<String, ?> properties) {
        return start(properties, Map.of(), beans -> {});
    }

    /** @param properties without the prefix, one a string: {@code max-retries=5} */
    static PlainApplication start(String... properties) {
        return start(prefixed(properties));
    }

    static Map<String, Object> prefixed(String... properties) {
        Map<String, Object> all = new LinkedHashMap<>();
        Arrays.stream(properties)
                .map(property -> property.split("=", 2))
                .forEach(property -> all.put("camel.component.callautomation." + property[0], property[1]));
        return all;
    }

    static PlainApplication start(
            Map<String, ?> properties, Map<String, String> environment, Consumer<GenericApplicationContext> beans) {
        StandardEnvironment settings = new StandardEnvironment();
        settings.getPropertySources()
                .replace(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new SystemEnvironmentPropertySource(
                                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                                new HashMap<>(environment)));
        settings.getPropertySources().addFirst(new MapPropertySource("test", new HashMap<>(properties)));
        return new PlainApplication(new SpringApplicationBuilder(TestApplication.Beans.class)
                .web(WebApplicationType.NONE)
                .environment(settings)
                .initializers(context -> beans.accept((GenericApplicationContext) context))
                .run("--spring.main.banner-mode=off", "--spring.autoconfigure.exclude=" + TestApplication.EXCLUDED));
    }

    CamelContext camel() {
        return application.getBean(CamelContext.class);
    }

    /** The component as Camel has configured it, not started. */
    CallAutomationComponent component() {
        return camel().getComponent("callautomation", true, false) instanceof CallAutomationComponent component
                ? component
                : null;
    }

    @Override
    public void close() {
        application.close();
    }
}
