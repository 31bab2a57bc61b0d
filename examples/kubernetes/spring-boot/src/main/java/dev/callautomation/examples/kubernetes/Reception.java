package dev.callautomation.examples.kubernetes;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The routes are in {@code reception.camel.yaml}. */
@SpringBootApplication
public class Reception {

    public static void main(String[] arguments) {
        SpringApplication.run(Reception.class, arguments);
    }
}
