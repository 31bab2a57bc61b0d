package dev.callautomation.camel;

import java.lang.reflect.Method;
import java.util.Set;

import com.azure.core.credential.TokenCredential;
import io.vertx.core.Vertx;
import io.vertx.ext.web.client.WebClient;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Each option of an endpoint follows the component until the endpoint sets it. */
class InheritedOptionsTest {

    private final CallAutomationConfiguration atCreation = new CallAutomationConfiguration();
    private final CallAutomationConfiguration own = new CallAutomationConfiguration();
    private final CallAutomationConfiguration now = new CallAutomationConfiguration();

    private static Method method(String prefix, String option) {
        String name = prefix + Character.toUpperCase(option.charAt(0)) + option.substring(1);
        for (Method method : CallAutomationConfiguration.class.getMethods()) {
            if (method.getName().equals(name)) {
                return method;
            }
        }
        throw new IllegalArgumentException(name);
    }

    private static Object value(Class<?> type) {
        if (type == String.class) {
            return "changed";
        } else if (type == long.class) {
            return 17L;
        } else if (type == int.class || type == Integer.class) {
            return 17;
        } else if (type == SSLContextParameters.class) {
            return new SSLContextParameters();
        } else if (type == CallbackAuthentication.class) {
            return CallbackAuthentication.NONE;
        } else if (type == CredentialType.class) {
            return CredentialType.AZURE_IDENTITY;
        }
        throw new IllegalArgumentException(type.getName());
    }

    private static Object get(CallAutomationConfiguration from, String option) throws Exception {
        return method("get", option).invoke(from);
    }

    private CallAutomationConfiguration current(String... given) {
        return InheritedOptions.current(Set.of(given), own, atCreation, now);
    }

    private void assertFollows(String option, Object changed) throws Exception {
        method("set", option).invoke(now, changed);
        assertThat(get(current(), option)).isEqualTo(changed);
        assertThat(get(current(option), option)).as("given in the URI").isEqualTo(get(own, option));
        method("set", option).invoke(own, changed);
        method("set", option).invoke(now, get(atCreation, option));
        assertThat(get(current(), option)).as("set on the endpoint").isEqualTo(changed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "connectionString",
                "endpoint",
                "accessKey",
                "credentialType",
                "tenantId",
                "clientId",
                "clientSecret",
                "sslContextParameters",
                "proxyHost",
                "proxyPort",
                "proxyUsername",
                "proxyPassword",
                "nonProxyHosts",
                "callbackAuthentication",
                "resourceId",
                "callbackSecret",
                "callbackIssuer",
                "clockSkew",
                "eventGridSecret",
                "eventGridTenantId",
                "eventGridAudience",
                "eventGridAppId",
                "eventGridIssuer",
                "eventGridAllowedSubscriptions",
                "eventGridAllowedOrigins"
            })
    void anOptionFollowsTheComponentUntilTheEndpointSetsIt(String option) throws Exception {
        assertFollows(option, value(method("get", option).getReturnType()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"webClient", "tokenCredential"})
    void anObjectFollowsTheComponentUntilTheEndpointSetsIt(String option) throws Exception {
        Vertx vertx = Vertx.vertx();
        try {
            assertFollows(
                    option, option.equals("webClient") ? WebClient.create(vertx) : (TokenCredential) request -> null);
        } finally {
            vertx.close();
        }
    }
}
