package dev.callautomation.examples.reception;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReceptionTest {

    private static final Path ROUTES = Path.of("../../../reception.camel.yaml");

    @TempDir
    private Path folder;

    @Test
    void callersReachWhomTheyChoose() throws Exception {
        Files.copy(ROUTES, folder.resolve("reception.camel.yaml"));
        try (ReceptionScenario scenario = ReceptionScenario.start()) {
            Files.write(
                    folder.resolve("application.properties"),
                    scenario.properties().entrySet().stream()
                            .map(property -> property.getKey() + " = " + property.getValue())
                            .collect(Collectors.toList()));
            try (CamelCli camel = CamelCli.start(
                    folder,
                    List.of(
                            "run",
                            "reception.camel.yaml",
                            "application.properties",
                            "--dep=mvn:dev.callautomation:camel-callautomation:0.1.0-SNAPSHOT",
                            "--port=" + scenario.port(),
                            "--download=false"))) {
                camel.printed("HTTP endpoints summary");
                scenario.announceCalls();

                scenario.all();
            }
        }
    }
}
