package dev.callautomation.camel;

import org.apache.camel.CamelContext;

class CallsInYamlTest extends CallScenarios {

    @Override
    protected CamelContext createCamelContext() throws Exception {
        return withYaml(super.createCamelContext(), CallControlRoutes.YAML);
    }
}
