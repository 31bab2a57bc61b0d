package dev.callautomation.benchmark.event;

import java.io.IOException;

import com.azure.communication.callautomation.CallAutomationEventParser;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

import dev.callautomation.benchmark.peer.Consumed;
import dev.callautomation.benchmark.peer.HandEvents;

/** Spring MVC with the parser of the official SDK. Argument: port. */
final class SpringSdkMain {

    private SpringSdkMain() {}

    public static void main(String[] arguments) throws Exception {
        Spring.run(Application.class, arguments[0]);
    }

    /** The application. */
    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Application {

        @Bean
        Controller controller(Consumed consumed) {
            return new Controller(consumed);
        }
    }

    /** Its controller. */
    @RestController
    static class Controller {

        private final Consumed consumed;

        Controller(Consumed consumed) {
            this.consumed = consumed;
        }

        /** The SDK does not know Event Grid. */
        @PostMapping(path = CamelMain.PATH, headers = "aeg-event-type")
        void eventGrid(@RequestBody byte[] body) throws IOException {
            consumed.accept(HandEvents.parse(body));
        }

        @PostMapping(path = CamelMain.PATH, headers = "!aeg-event-type")
        void callbacks(@RequestBody String body) {
            CallAutomationEventParser.parseEvents(body).forEach(event -> consumed.accept(event.getCorrelationId()));
        }
    }
}
