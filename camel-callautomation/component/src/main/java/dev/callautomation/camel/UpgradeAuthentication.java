package dev.callautomation.camel;

import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;

import org.apache.camel.CamelContext;
import org.apache.camel.Component;
import org.apache.camel.RuntimeCamelException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.callautomation.camel.internal.observation.Observations;
import dev.callautomation.camel.internal.security.AuthenticationResult;
import dev.callautomation.camel.internal.security.DeliveryCredentials;
import dev.callautomation.camel.internal.security.IssuerKeys;
import dev.callautomation.camel.internal.security.RefusalKind;
import dev.callautomation.camel.internal.security.RefusalLog;
import dev.callautomation.camel.internal.security.SecuritySettings;
import dev.callautomation.camel.internal.security.UpgradeAuthenticator;
import dev.callautomation.camel.internal.support.OptionNames;

/** Authenticates upgrade requests by the options of a component, which may change while it runs. */
final class UpgradeAuthentication {

    private static final Logger LOG = LoggerFactory.getLogger(UpgradeAuthentication.class);
    private static final String CAMEL_UNDERTOW = "org.apache.camel.component.undertow.UndertowComponent";
    private static final int SWITCHING_PROTOCOLS = 101;
    private static final int UNAUTHORIZED = 401;

    private final CamelContext context;
    private final CallAutomationConfiguration options;
    private final IssuerKeys issuerKeys;
    private final Observations observations;
    private final RefusalLog log = new RefusalLog();
    private final AtomicBoolean warned = new AtomicBoolean();
    private @Nullable SecuritySettings current;
    private @Nullable UpgradeAuthenticator authenticator;

    UpgradeAuthentication(
            CamelContext context,
            CallAutomationConfiguration options,
            IssuerKeys issuerKeys,
            Observations observations) {
        this.context = context;
        this.options = options;
        this.issuerKeys = issuerKeys;
        this.observations = observations;
    }

    /**
     * Checks the options, and begins to fetch keys.
     *
     * @throws IllegalArgumentException if the options are wrong, or the authentication is not configured
     */
    void prepare() {
        authenticator().prepare();
    }

    /** The status to answer an upgrade request with. */
    CompletionStage<Integer> status(List<String> authorization, @Nullable String query) {
        return authenticator()
                .upgrade(new DeliveryCredentials(authorization, query))
                .thenApply(this::status);
    }

    /** Warns once if calls are streamed to an application whose WebSockets are those of Camel's own component. */
    void use(CallAutomationConfiguration operation) {
        boolean streams = operation.getMediaStreamingUrl() != null || operation.getTranscriptionUrl() != null;
        Component undertow = context.hasComponent("undertow");
        if (streams
                && undertow != null
                && undertow.getClass().getName().equals(CAMEL_UNDERTOW)
                && options.getCallbackAuthentication() != CallbackAuthentication.NONE
                && warned.compareAndSet(false, true)) {
            LOG.warn(
                    "The WebSockets of camel-undertow are not authenticated: any sender that can connect can send frames, and"
                            + " receives the audio of bidirectional streams. Set camel.beans.undertow ="
                            + " #class:dev.callautomation.camel.AuthenticatedUndertowComponent");
        }
    }

    private int status(AuthenticationResult result) {
        RefusalKind refusal = result.refusal();
        if (refusal == null) {
            return SWITCHING_PROTOCOLS;
        }
        // a token for another receiver is not valid here
        int status = refusal == RefusalKind.KEYS_UNAVAILABLE ? refusal.status() : UNAUTHORIZED;
        observations.otherRefused(refusal);
        log.refused("The upgrade request of a WebSocket", refusal, status, result.reason());
        return status;
    }

    private synchronized UpgradeAuthenticator authenticator() {
        OptionNames names = OptionNames.in(context);
        SecuritySettings settings = SecuritySettings.of(options, names);
        if (authenticator == null || !settings.equals(current)) {
            if (settings.open()) {
                LOG.warn("callbackAuthentication=NONE: any sender that can connect to a WebSocket can send frames, and"
                        + " receives the audio of bidirectional streams");
            }
            authenticator = create(settings, names);
            current = settings;
        }
        return authenticator;
    }

    private UpgradeAuthenticator create(SecuritySettings settings, OptionNames names) {
        try {
            return UpgradeAuthenticator.create(settings, issuerKeys, names);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw RuntimeCamelException.wrapRuntimeCamelException(e);
        }
    }
}
