package dev.callautomation.camel;

import org.apache.camel.CamelContext;

class PartiesInYamlTest extends PartyScenarios {

    @Override
    protected CamelContext createCamelContext() throws Exception {
        return withYaml(super.createCamelContext(), CallControlRoutes.YAML);
    }
}
