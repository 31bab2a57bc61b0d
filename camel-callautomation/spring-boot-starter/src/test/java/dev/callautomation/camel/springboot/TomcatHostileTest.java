package dev.callautomation.camel.springboot;

final class TomcatHostileTest extends HostileContract {

    TomcatHostileTest() {
        super(Container.TOMCAT);
    }
}
