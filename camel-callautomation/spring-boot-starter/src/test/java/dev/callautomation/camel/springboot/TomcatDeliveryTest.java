package dev.callautomation.camel.springboot;

final class TomcatDeliveryTest extends DeliveryContract {

    TomcatDeliveryTest() {
        super(Container.TOMCAT);
    }
}
