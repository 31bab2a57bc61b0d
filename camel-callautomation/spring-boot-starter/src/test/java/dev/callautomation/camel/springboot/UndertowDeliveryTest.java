package dev.callautomation.camel.springboot;

final class UndertowDeliveryTest extends DeliveryContract {

    UndertowDeliveryTest() {
        super(Container.UNDERTOW);
    }
}
