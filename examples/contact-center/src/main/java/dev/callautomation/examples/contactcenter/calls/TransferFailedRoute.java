package dev.callautomation.examples.contactcenter.calls;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** The fallback number did not take the caller either: end the call instead of leaving the caller in silence. */
@Component
class TransferFailedRoute extends RouteBuilder {

    @Override
    public void configure() {
        from("callautomation:events?type=CallTransferFailed")
                .routeId("transfer-failed")
                .log("Call ${header.CamelCallAutomationCallConnectionId}: nobody took it, hanging up")
                .to("callautomation:hangUp?forEveryone=true");
    }
}
