package dev.callautomation.camel;

import org.apache.camel.CamelContext;

class StreamsInYamlTest extends StreamScenarios {

    @Override
    protected CamelContext createCamelContext() throws Exception {
        return withYaml(super.createCamelContext(), StreamRoutes.YAML);
    }
}
