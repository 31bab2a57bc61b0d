package dev.callautomation.camel;

import org.apache.camel.CamelContext;
import org.apache.camel.support.PluginHelper;

class CallControlInYamlTest extends CallControlScenarios {

    @Override
    protected CamelContext createCamelContext() throws Exception {
        CamelContext context = super.createCamelContext();
        PluginHelper.getRoutesLoader(context)
                .loadRoutes(PluginHelper.getResourceLoader(context)
                        .resolveResource("classpath:routes/call-control.camel.yaml"));
        return context;
    }
}
