package dev.callautomation.camel.springboot;

import org.springframework.boot.actuate.endpoint.SanitizableData;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;

/** Masks the secrets of the component in the endpoints of the actuator, even if those show values. */
final class SecretPropertiesSanitizer implements SanitizingFunction {

    @Override
    public SanitizableData apply(SanitizableData data) {
        return SecretNames.isSecret(data.getKey()) ? data.withSanitizedValue() : data;
    }
}
