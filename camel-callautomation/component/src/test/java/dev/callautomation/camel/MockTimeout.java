package dev.callautomation.camel;

import java.util.concurrent.TimeUnit;

import org.apache.camel.CamelContext;
import org.apache.camel.component.mock.MockEndpoint;

/** Mock endpoints that await their messages for a minute instead of ten seconds, because the machine may be busy. */
final class MockTimeout {

    private MockTimeout() {}

    static void extend(CamelContext context) {
        context.getCamelContextExtension().registerEndpointCallback((uri, endpoint) -> {
            if (endpoint instanceof MockEndpoint mock) {
                mock.setResultWaitTime(TimeUnit.MINUTES.toMillis(1));
            }
            return endpoint;
        });
    }
}
