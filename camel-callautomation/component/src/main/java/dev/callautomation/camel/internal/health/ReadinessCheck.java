package dev.callautomation.camel.internal.health;

import java.util.Map;

import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.impl.health.AbstractHealthCheck;
import org.apache.camel.util.URISupport;

/** A check that tells whether the component is ready, not whether it has to be restarted. It does not block. */
abstract class ReadinessCheck extends AbstractHealthCheck {

    ReadinessCheck(String id) {
        super("camel", id);
    }

    @Override
    public boolean isLiveness() {
        return false;
    }

    @Override
    protected final void doCall(HealthCheckResultBuilder builder, Map<String, Object> options) {
        check(builder);
    }

    /** Sets the state and the details. */
    abstract void check(HealthCheckResultBuilder result);

    /** @param reason may quote the message of an exception, and so the address of an endpoint */
    static void down(HealthCheckResultBuilder result, String reason) {
        String shown = URISupport.sanitizeUri(reason);
        // Spring Boot shows the details of a result, and not its message
        result.message(shown).detail("reason", shown).down();
    }

    static void detail(HealthCheckResultBuilder result, String name, Object value) {
        if (value != null) {
            result.detail(name, value.toString());
        }
    }
}
