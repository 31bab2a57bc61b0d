package dev.callautomation.examples.kubernetes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.callautomation.examples.manifests.Manifest;
import dev.callautomation.examples.manifests.ManifestCheck;
import dev.callautomation.examples.manifests.Problem;

import static org.assertj.core.api.Assertions.assertThat;

/** Mistakes that schemas do not find, each with a part of its message. */
class FoundMistakesTest {

    private static final Path FOLDER = Path.of("..");

    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', textBlock = """
            /observe/health/ready | /actuator/health/readiness | /readinessProbe/httpGet/path: the application has no health there; write /observe/health/ready
            /observe/health/ready | /observe/health/live | the application has no health there; write /observe/health/ready
            'port: management\n            periodSeconds: 10' | 'port: http\n            periodSeconds: 10' | /livenessProbe/httpGet/port: health is on another port; write management
            containerPort: 8080 | containerPort: 8081 | /containerPort: the application does not listen on 8081; write 8080 or 9876
            containerPort: 9876 | containerPort: 9877 | /containerPort: the application does not listen on 9877; write 8080 or 9876
            targetPort: http | targetPort: management | /targetPort: this is the port of the probes
            reception:0.1.0 | reception | pods run different versions; write a tag, such as registry.example.com/reception:0.1.0
            reception:0.1.0 | reception:latest | pods run different versions; write a tag, such as registry.example.com/reception:0.1.0
            runAsUser: 10001 | runAsUser: 0 | /runAsUser: 0 is root
            mountPath: /tmp | mountPath: /var/tmp | /volumeMounts: add a mount at /tmp
            memory: 384Mi | memory: 1Gi | /requests/memory: it is greater than the limit; write 512Mi or less
            'terminationGracePeriodSeconds: 60' | 'terminationGracePeriodSeconds: 45' | exchanges in flight are killed; write more than the 50 seconds
            seconds: 5 | seconds: 20 | exchanges in flight are killed; write more than the 65 seconds
            path: /callautomation/events | path: /callautomation | /paths: no path is that of the callbacks; write /callautomation/events
            """)
    void onCamelMain(String before, String after, String message) throws IOException {
        assertFound("camel-main", "reception", "camel-main.yaml", before, after, message);
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', textBlock = """
            /actuator/health/readiness | /observe/health/ready | /readinessProbe/httpGet/path: the application has no health there; write /actuator/health/readiness
            /actuator/health/readiness | /actuator/health | the application has no health there; write /actuator/health/readiness
            containerPort: 9876 | containerPort: 8081 | the application does not listen on 8081; write 8080 or 9876
            'terminationGracePeriodSeconds: 60' | 'terminationGracePeriodSeconds: 50' | exchanges in flight are killed; write more than the 50 seconds
            """)
    void onSpringBoot(String before, String after, String message) throws IOException {
        assertFound("spring-boot", "reception-spring-boot", "spring-boot.yaml", before, after, message);
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', textBlock = """
            https://reception.example.com | http://reception.example.com | /data/PUBLIC_URL: the service delivers events to https only; write https://reception.example.com
            https://reception.example.com | https://reception.example.org | /data/PUBLIC_URL: the host of the Ingress is another; write https://reception.example.com
            """)
    void inSettings(String before, String after, String message) throws IOException {
        assertFound("camel-main", "reception", "settings.yaml", before, after, message);
    }

    private static void assertFound(
            String module, String deployment, String file, String before, String after, String message)
            throws IOException {
        List<Manifest> changed = Manifest.changed(FOLDER, file, before, after);
        ManifestCheck check = new ManifestCheck();
        String properties =
                Files.readString(FOLDER.resolve(module).resolve("src/main/resources/application.properties"));
        List<Problem> found = new ArrayList<>(check.check(changed));
        found.addAll(check.checkApplication(changed, deployment, properties));

        assertThat(found)
                .extracting(Problem::toString)
                .anySatisfy(problem -> assertThat(problem).startsWith(file).contains(message));
    }
}
