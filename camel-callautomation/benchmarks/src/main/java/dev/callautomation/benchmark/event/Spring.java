package dev.callautomation.benchmark.event;

import java.util.Map;

import org.springframework.boot.SpringApplication;

/** Starts applications on Spring Boot. */
final class Spring {

    private Spring() {}

    static void run(Class<?> application, String port, String... properties) {
        SpringApplication spring = new SpringApplication(application);
        spring.setDefaultProperties(Map.of(
                "server.address", "127.0.0.1",
                "server.port", port,
                "spring.main.banner-mode", "off",
                "spring.main.log-startup-info", "false",
                "logging.level.root", "WARN",
                "camel.main.startup-summary-level", "Off"));
        spring.run(properties);
    }
}
