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
import dev.callautomation.benchmark.process.Commands;

/** Spring MVC and Jackson by hand. Argument: port. */
final class SpringByHandMain {

    private static final Commands COMMANDS = new Commands();
    private static final Consumed CONSUMED = new Consumed(COMMANDS);

    private SpringByHandMain() {}

    public static void main(String[] arguments) throws Exception {
        Spring.run(Application.class, arguments[0]);
        COMMANDS.serve();
    }

    /** The application. */
    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Application {

        @Bean
        Controller controller() {
            return new Controller();
        }
    }

    /** Its controller. */
    @RestController
    static class Controller {

        @PostMapping(CamelMain.PATH)
        void events(@RequestBody byte[] body) throws IOException {
            CONSUMED.accept(HandEvents.parse(body));
        }
    }
}
