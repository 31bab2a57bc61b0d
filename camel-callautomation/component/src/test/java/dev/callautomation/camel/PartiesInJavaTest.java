package dev.callautomation.camel;

import org.apache.camel.RoutesBuilder;

class PartiesInJavaTest extends PartyScenarios {

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new CallControlRoutes();
    }
}
