package dev.callautomation.camel;

import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Events are posted to the context, and a stub of the service answers what routes ask for then. */
abstract class ServedEventTestSupport extends EventTestSupport {

    @RegisterExtension
    static final WireMockExtension SERVICE = WireMockExtension.newInstance()
            .options(WireMockConfiguration.wireMockConfig().dynamicPort())
            .build();

    @Override
    void configure(CallAutomationComponent component) {
        component
                .getConfiguration()
                .setConnectionString("endpoint=http://localhost:" + SERVICE.getPort() + ";accesskey=c2VjcmV0");
        component.getConfiguration().setCallbackUri("https://contact.example.com");
    }
}
