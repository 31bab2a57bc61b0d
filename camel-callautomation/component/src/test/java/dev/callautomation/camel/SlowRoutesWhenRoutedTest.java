package dev.callautomation.camel;

class SlowRoutesWhenRoutedTest extends SlowRouteScenario {

    @Override
    AcknowledgeMode acknowledge() {
        return AcknowledgeMode.ROUTED;
    }
}
