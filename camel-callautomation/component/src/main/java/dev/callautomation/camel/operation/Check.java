package dev.callautomation.camel.operation;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.callautomation.camel.client.Loopback;
import dev.callautomation.camel.model.CallLocator;
import dev.callautomation.camel.model.CommunicationIdentifier;
import dev.callautomation.camel.model.CustomCallingContext;
import dev.callautomation.camel.model.IdentifierKind;
import dev.callautomation.camel.model.PhoneNumberIdentifier;
import dev.callautomation.camel.model.TeamsPhoneCallDetails;
import dev.callautomation.camel.model.TeamsPhoneCallerDetails;

/**
 * The service's rules for requests, checked before anything is sent. Every message names what to change.
 *
 * <p>Limits: the documentation of custom call context for headers, the constraints of the REST API for the invitation
 * timeout, and those of the official SDKs for the operation context.
 */
final class Check {

    private static final int MAX_OPERATION_CONTEXT = 5000;
    private static final int MAX_INVITATION_TIMEOUT = 180;
    private static final int MAX_SIP_HEADERS = 5;
    private static final int MAX_VOIP_HEADERS = 1000;
    private static final int MAX_HEADER_NAME = 64;
    private static final int MAX_SIP_VALUE = 256;
    private static final int MAX_VOIP_VALUE = 1024;
    private static final int MAX_USER_TO_USER = 5000;
    private static final int MAX_CALL_TOPIC = 48;
    private static final int MAX_CALLER_INFORMATION = 10;
    private static final String USER_TO_USER = "User-To-User";
    private static final Pattern SIP_NAME = Pattern.compile("X-[A-Za-z0-9.!%*_+~-]+");
    private static final Pattern SIP_VALUE = Pattern.compile("[A-Za-z0-9=;.!%*_+~-]*");

    private Check() {}

    static <T> T present(T value, String problem, Input input) {
        if (value == null
                || value instanceof String text && text.isBlank()
                || value instanceof Collection<?> several && several.isEmpty()) {
            throw new IllegalArgumentException(problem + "; " + input.howToGive());
        }
        return value;
    }

    static void operationContext(String context) {
        if (context != null && context.length() > MAX_OPERATION_CONTEXT) {
            throw invalid(
                    "the operation context has " + context.length() + " characters, more than the service takes",
                    Input.operationContext);
        }
    }

    /**
     * @param context what is sent
     * @param own     the application's part of it; may be {@code null}
     */
    static void tracedContext(String context, String own) {
        if (context.length() > MAX_OPERATION_CONTEXT) {
            int added = context.length() - (own == null ? 0 : own.length());
            throw new IllegalArgumentException("the operation context would have " + context.length()
                    + " characters, more than the " + MAX_OPERATION_CONTEXT + " that the service takes: " + added
                    + " of them are the headers of the option carry and the id of the operation; carry fewer or"
                    + " shorter headers, or shorten the operation context");
        }
    }

    static void callbackUri(String uri) {
        present(uri, "nothing says where the service sends the events of the call", Input.callbackUri);
        reachable(uri, Input.callbackUri);
    }

    static void operationCallbackUri(String uri) {
        if (uri != null) {
            reachable(uri, Input.operationCallbackUri);
        }
    }

    private static void reachable(String text, Input input) {
        try {
            if (Loopback.isSecureOrLocal(new URI(text))) {
                return;
            }
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("'" + text + "' is no URI; " + input.howToGive(), e);
        }
        throw invalid("the service sends events to https only (http on this machine, for the simulator)", input);
    }

    static void recordingStateCallbackUri(String uri) {
        if (uri != null) {
            reachable(uri, Input.recordingStateCallbackUri);
        }
    }

    static void containerUrl(String url) {
        if (url != null && !url.regionMatches(true, 0, "https://", 0, "https://".length())) {
            // the URL may hold a signature, so the message does not repeat it
            throw invalid("the storage of recordings is no https URL", Input.recordingDestinationContainerUrl);
        }
    }

    static void locator(CallLocator locator) {
        long named = Stream.of(locator.serverCallId(), locator.groupCallId(), locator.roomId())
                .filter(Objects::nonNull)
                .count();
        if (named != 1) {
            throw new IllegalArgumentException(
                    "a call is named by one of serverCallId, groupCallId and roomId, but " + named + " are given");
        }
    }

    static void callerId(Collection<CommunicationIdentifier> called, PhoneNumberIdentifier callerId) {
        if (callerId == null && called.stream().anyMatch(id -> id.kind() == IdentifierKind.phoneNumber)) {
            throw invalid("a phone number is called without a caller id", Input.sourceCallerIdNumber);
        }
    }

    static void invitationTimeout(Integer seconds) {
        if (seconds != null && (seconds < 0 || seconds > MAX_INVITATION_TIMEOUT)) {
            throw invalid(
                    "an invitation timeout of " + seconds + " seconds is out of range",
                    Input.invitationTimeoutInSeconds);
        }
    }

    static void customContext(CustomCallingContext context) {
        if (context == null) {
            return;
        }
        if (context.voipHeaders() != null) {
            voipHeaders(context.voipHeaders());
        }
        if (context.sipHeaders() != null) {
            sipHeaders(context.sipHeaders());
        }
        if (context.teamsPhoneCallDetails() != null) {
            teamsPhoneCallDetails(context.teamsPhoneCallDetails());
        }
    }

    private static void teamsPhoneCallDetails(TeamsPhoneCallDetails details) {
        if (details.callTopic() != null && details.callTopic().length() > MAX_CALL_TOPIC) {
            throw invalid(
                    "the callTopic is longer than " + MAX_CALL_TOPIC + " characters", Input.teamsPhoneCallDetails);
        }
        TeamsPhoneCallerDetails caller = details.teamsPhoneCallerDetails();
        if (caller != null
                && caller.additionalCallerInformation() != null
                && caller.additionalCallerInformation().size() > MAX_CALLER_INFORMATION) {
            throw invalid(
                    "there are more than " + MAX_CALLER_INFORMATION + " entries of additionalCallerInformation",
                    Input.teamsPhoneCallDetails);
        }
    }

    private static void voipHeaders(Map<String, String> headers) {
        if (headers.size() > MAX_VOIP_HEADERS) {
            throw invalid(headers.size() + " VoIP headers are too many", Input.voipHeaders);
        }
        headers.forEach((name, value) -> {
            if (name.isEmpty() || name.length() > MAX_HEADER_NAME) {
                throw invalid("a VoIP header's name has 1 to " + MAX_HEADER_NAME + " characters", Input.voipHeaders);
            }
            if (value.length() > MAX_VOIP_VALUE) {
                throw invalid(
                        "the VoIP header " + name + " is longer than " + MAX_VOIP_VALUE + " characters",
                        Input.voipHeaders);
            }
        });
    }

    private static void sipHeaders(Map<String, String> headers) {
        long custom = headers.keySet().stream()
                .filter(name -> !name.equalsIgnoreCase(USER_TO_USER))
                .count();
        if (custom > MAX_SIP_HEADERS) {
            throw invalid(custom + " SIP headers are too many", Input.sipHeaders);
        }
        headers.forEach((name, value) -> {
            if (name.equalsIgnoreCase(USER_TO_USER)) {
                if (value.length() > MAX_USER_TO_USER) {
                    throw invalid(
                            "the User-To-User value is longer than " + MAX_USER_TO_USER + " characters",
                            Input.userToUser);
                }
                return;
            }
            if (name.length() > MAX_HEADER_NAME || !SIP_NAME.matcher(name).matches()) {
                throw invalid(
                        "the SIP header name '" + name + "' does not start with X-, has characters other than letters,"
                                + " digits and . ! % * _ + ~ - or more than " + MAX_HEADER_NAME,
                        Input.sipHeaders);
            }
            if (value.length() > MAX_SIP_VALUE || !SIP_VALUE.matcher(value).matches()) {
                throw invalid(
                        "the value of the SIP header " + name + " has characters other than letters, digits and"
                                + " = ; . ! % * _ + ~ - or more than " + MAX_SIP_VALUE,
                        Input.sipHeaders);
            }
        });
    }

    static IllegalArgumentException invalid(String problem, Input input) {
        return new IllegalArgumentException(problem + "; " + input.howToGive());
    }
}
