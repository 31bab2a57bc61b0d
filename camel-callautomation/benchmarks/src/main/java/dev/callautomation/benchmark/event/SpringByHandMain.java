package dev.callautomation.benchmark.event;

import java.io.IOException;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

import dev.callautomation.benchmark.peer.Consumed;
import dev.callautomation.benchmark.peer.HandEvents;

/** Spring MVC and Jackson by hand. Argument: port. */
final class SpringByHandMain {

    private SpringByHandMain() {}

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

        @PostMapping(CamelMain.PATH)
        void events(@RequestBody byte[] body) throws IOException {
            consumed.accept(HandEvents.parse(body));
        }
    }
}
