package dev.callautomation.camel;

class SlowRoutesWhenReceivedTest extends SlowRouteScenario {

    @Override
    AcknowledgeMode acknowledge() {
        return AcknowledgeMode.RECEIVED;
    }
}
