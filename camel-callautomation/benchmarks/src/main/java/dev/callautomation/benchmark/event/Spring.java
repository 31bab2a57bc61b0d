package dev.callautomation.benchmark.event;

import java.util.Map;

import org.springframework.boot.SpringApplication;

import dev.callautomation.benchmark.peer.Consumed;
import dev.callautomation.benchmark.process.Commands;

/** Runs applications on Spring Boot, which have the {@link Consumed} as a bean. */
final class Spring {

    private Spring() {}

    /** Starts the application, then serves commands until standard input ends. */
    static void run(Class<?> application, String port, String... properties) throws Exception {
        Commands commands = new Commands();
        Consumed consumed = new Consumed(commands);
        SpringApplication spring = new SpringApplication(application);
        spring.setDefaultProperties(Map.of(
                "server.address", "127.0.0.1",
                "server.port", port,
                "spring.main.banner-mode", "off",
                "spring.main.log-startup-info", "false",
                "logging.level.root", "WARN",
                "camel.main.startup-summary-level", "Off"));
        spring.addInitializers(context -> context.getBeanFactory().registerSingleton("consumed", consumed));
        spring.run(properties);
        commands.serve();
    }
}
