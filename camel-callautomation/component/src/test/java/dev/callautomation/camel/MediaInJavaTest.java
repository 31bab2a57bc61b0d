package dev.callautomation.camel;

import org.apache.camel.RoutesBuilder;

class MediaInJavaTest extends MediaScenarios {

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new MediaRoutes();
    }
}
