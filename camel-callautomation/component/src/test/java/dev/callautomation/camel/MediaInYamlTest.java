package dev.callautomation.camel;

import org.apache.camel.CamelContext;

class MediaInYamlTest extends MediaScenarios {

    @Override
    protected CamelContext createCamelContext() throws Exception {
        return withYaml(super.createCamelContext(), MediaRoutes.YAML);
    }
}
