package dev.callautomation.camel.springboot;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.actuate.endpoint.SanitizableData;
import org.springframework.core.env.MapPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/** What the endpoints of the actuator show of the component's properties. */
class SecretPropertiesSanitizerTest {

    private static Object shown(String key) {
        return new SecretPropertiesSanitizer()
                .apply(new SanitizableData(new MapPropertySource("test", Map.of()), key, "value"))
                .getValue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "camel.component.callautomation.connection-string",
                "camel.component.callautomation.connectionString",
                "CAMEL_COMPONENT_CALLAUTOMATION_CONNECTION_STRING",
                "CAMEL_COMPONENT_CALLAUTOMATION_CONFIGURATION_ACCESSKEY",
                "camel.component.callautomation.configuration.connection-string",
                "camel.component.callautomation.configuration[eventGridSecret]",
                "camel.component.callautomation.ssl-context-parameters.key-managers.key-password",
                "camel.component.callautomation.sslContextParameters.trust_managers.keyStore.PASSWORD",
                "camel.component.callautomation.relay.client-secret",
                "camel.component.callautomation.proxy-password",
                "camel.component.callautomation.conection-string.key"
            })
    void secretsAreMasked(String key) {
        assertThat(shown(key)).isEqualTo(SanitizableData.SANITIZED_VALUE);
    }

    @Test
    void othersAreShown() {
        assertThat(ComponentOption.all())
                .filteredOn(option -> !option.secret())
                .allMatch(option -> shown(option.property().toString()).equals("value"));
        assertThat(shown("other.connection-string")).isEqualTo("value");
        assertThat(shown("ACS_CONNECTION_STRING")).isEqualTo("value");
    }
}
