package dev.callautomation.camel;

import java.net.http.HttpRequest;
import java.util.function.Consumer;

import ch.qos.logback.classic.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.callautomation.camel.internal.security.TokenServer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A consumer starts only if the authentication of deliveries is configured. */
class SecurityOptionsTest {

    private static final String OURS = "dev.callautomation.camel";

    @RegisterExtension
    final CapturedLog log = new CapturedLog();

    @AfterEach
    void quiet() {
        CapturedLog.level(OURS, null);
    }

    private static void assertRefused(String reason, Consumer<CallAutomationConfiguration> options) throws Exception {
        try (Receiver receiver = new Receiver(options)) {
            assertThatThrownBy(receiver::start).hasMessageContaining(reason);
        }
    }

    @Test
    void withoutSettingsAndOptOutAConsumerDoesNotStart() throws Exception {
        assertRefused("Set the option resourceId", options -> {});
        assertRefused("callbackAuthentication=NONE", options -> {});
        assertRefused("Set the option resourceId", options -> options.setResourceId(" "));
    }

    @ParameterizedTest
    @CsvSource({
        "/subscriptions/x/communicationServices/y, immutable resource id",
        "contoso, immutable resource id",
    })
    void aResourceIdThatIsNoneIsRefused(String id, String reason) throws Exception {
        assertRefused(reason, options -> options.setResourceId(id));
    }

    @ParameterizedTest
    @CsvSource({
        "http://acs.example.com",
        "https://acs.example.com/calling",
        "https://user:pw@acs.example.com",
        "ftp://localhost",
        "nowhere",
        "https://a b",
    })
    void anIssuerWithoutASecureAddressIsRefused(String address) throws Exception {
        assertRefused("The option callbackIssuer must be an https address", options -> {
            options.setResourceId(TokenServer.RESOURCE);
            options.setCallbackIssuer(address);
        });
    }

    @ParameterizedTest
    @CsvSource({"short", "sixteen-letters-and-a=", "'sixteen letters and blanks'"})
    void aSecretThatIsWeakOrChangesInAnAddressIsRefusedAndNotRepeated(String secret) throws Exception {
        assertRefused("eventGridSecret must have 16", options -> options.setEventGridSecret(secret));
        assertThat(log.lines()).noneMatch(line -> line.contains(secret));
    }

    @Test
    void halfOfTheSettingsForTokensOfEventGridAreRefused() throws Exception {
        assertRefused("Set the option eventGridAudience", options -> options.setEventGridTenantId(TokenServer.TENANT));
        assertRefused("Set the option eventGridTenantId", options -> options.setEventGridAudience("api://x"));
        assertRefused("must be a tenant's id", options -> {
            options.setEventGridAudience("api://x");
            options.setEventGridTenantId("common");
        });
    }

    @Test
    void aClockSkewOfHoursIsRefused() throws Exception {
        assertRefused("clockSkew must be between 0 and 300000", options -> {
            options.setResourceId(TokenServer.RESOURCE);
            options.setClockSkew(3_600_000);
        });
    }

    @Test
    void withoutAuthenticationEverySenderIsAcceptedAndOneWarningLogged() throws Exception {
        try (Receiver receiver = new Receiver(
                        options -> options.setCallbackAuthentication(CallbackAuthentication.NONE),
                        "callautomation:events",
                        "callautomation:events?type=CallConnected")
                .start()) {
            assertThat(receiver.send(receiver.request("")
                                    .header("Content-Type", "application/json")
                                    .POST(HttpRequest.BodyPublishers.ofString(
                                            EventTestSupport.callback("CallConnected", "1", "{}"))))
                            .statusCode())
                    .isEqualTo(200);
            assertThat(log.messages().stream().filter(line -> line.contains("callbackAuthentication=NONE")))
                    .hasSize(1);
        }
    }

    @Test
    void aConsumerCannotDisableTheAuthenticationOfASharedPath() throws Exception {
        try (Receiver receiver = new Receiver(
                options -> options.setEventGridSecret("a-secret-of-the-tests"),
                "callautomation:events",
                "callautomation:events?type=CallConnected&callbackAuthentication=none")) {
            assertThatThrownBy(receiver::start).hasMessageContaining("must agree on the authentication of deliveries");
        }
    }

    @Test
    void refusedKindsOfDeliveriesAreLoggedAtTheStart() throws Exception {
        CapturedLog.level(OURS, Level.INFO);
        try (Receiver receiver = new Receiver(options -> options.setEventGridSecret("a-secret-of-the-tests")).start()) {
            assertThat(receiver.context().isStarted()).isTrue();
            assertThat(log.messages()).anyMatch(line -> line.contains("resourceId is not set"));
        }
    }
}
