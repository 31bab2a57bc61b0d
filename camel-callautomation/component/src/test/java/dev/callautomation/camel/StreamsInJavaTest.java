package dev.callautomation.camel;

import org.apache.camel.RoutesBuilder;

class StreamsInJavaTest extends StreamScenarios {

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new StreamRoutes();
    }
}
