package dev.callautomation.camel;

import org.apache.camel.component.undertow.UndertowComponent;
import org.apache.camel.component.undertow.UndertowHost;
import org.apache.camel.component.undertow.UndertowHostKey;

/**
 * The component {@code undertow} of Camel, with WebSockets that only the service can open: by the token that it sends in the
 * header {@code Authorization} of the upgrade request. Other requests are refused with 401 before a WebSocket is opened. It is
 * a bean that takes the place of Camel's own, which needs {@code camel-undertow} on the class path:
 *
 * <pre>
 * camel.beans.undertow = #class:dev.callautomation.camel.AuthenticatedUndertowComponent
 * </pre>
 *
 * The options {@code resourceId}, {@code callbackIssuer} and {@code callbackAuthentication} of the call automation component
 * apply; a route does not start if they are not sufficient. All servers of this component are guarded, plain HTTP endpoints
 * included; REST services need a component of another name.
 */
public class AuthenticatedUndertowComponent extends UndertowComponent {

    private String callAutomation = CallAutomationConstants.SCHEME;

    /** The name of the call automation component whose options apply. */
    public String getCallAutomation() {
        return callAutomation;
    }

    /** @param callAutomation the name of the component whose options apply; {@code callautomation} by default */
    public void setCallAutomation(String callAutomation) {
        this.callAutomation = callAutomation;
    }

    /** @throws IllegalArgumentException if the authentication is not configured */
    @Override
    protected UndertowHost createUndertowHost(UndertowHostKey key) {
        CallAutomationComponent component =
                getCamelContext().getComponent(callAutomation, CallAutomationComponent.class);
        component.upgrades().prepare();
        return new AuthenticatedUndertowHost(key, getHostOptions(), component::upgrades);
    }
}
