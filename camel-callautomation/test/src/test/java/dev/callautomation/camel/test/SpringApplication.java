package dev.callautomation.camel.test;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/** An application without settings of its own. */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import(MenuRoutes.class)
class SpringApplication {}
