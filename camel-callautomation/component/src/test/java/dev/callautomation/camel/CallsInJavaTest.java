package dev.callautomation.camel;

import org.apache.camel.RoutesBuilder;

class CallsInJavaTest extends CallScenarios {

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new CallControlRoutes();
    }
}
