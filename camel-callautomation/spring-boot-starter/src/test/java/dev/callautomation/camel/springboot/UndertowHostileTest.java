package dev.callautomation.camel.springboot;

final class UndertowHostileTest extends HostileContract {

    UndertowHostileTest() {
        super(Container.UNDERTOW);
    }
}
