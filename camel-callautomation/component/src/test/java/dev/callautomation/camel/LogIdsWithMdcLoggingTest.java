package dev.callautomation.camel;

import org.apache.camel.CamelContext;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Beside the mapped diagnostic context of Camel's option {@code useMDCLogging}. */
class LogIdsWithMdcLoggingTest extends LogIdsTest {

    @Override
    protected CamelContext createCamelContext() throws Exception {
        CamelContext context = super.createCamelContext();
        context.setUseMDCLogging(true);
        return context;
    }

    @Test
    void theKeysOfCamelAreThereToo() throws Exception {
        connected();
        assertThat(line("later")).containsKeys("camel.exchangeId", "camel.routeId");
    }
}
