package dev.callautomation.camel;

import org.apache.camel.CamelContext;
import org.apache.camel.mdc.MDCService;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Beside the mapped diagnostic context of camel-mdc. */
class LogIdsWithCamelMdcTest extends LogIdsTest {

    @Override
    protected CamelContext createCamelContext() throws Exception {
        CamelContext context = super.createCamelContext();
        MDCService mdc = new MDCService();
        mdc.setCamelContext(context);
        mdc.init(context);
        return context;
    }

    @Test
    void theKeysOfCamelAreThereToo() throws Exception {
        connected();
        assertThat(line("later")).containsKeys("camel.exchangeId", "camel.routeId", "camel.correlationId");
    }
}
