package dev.callautomation.camel.internal.operation;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.callautomation.camel.internal.client.Loopback;
import dev.callautomation.camel.internal.support.OperationContextPrefix;
import dev.callautomation.camel.model.CallLocator;
import dev.callautomation.camel.model.CommunicationIdentifier;
import dev.callautomation.camel.model.CustomCallingContext;
import dev.callautomation.camel.model.IdentifierKind;
import dev.callautomation.camel.model.PhoneNumberIdentifier;
import dev.callautomation.camel.model.TeamsPhoneCallDetails;
import dev.callautomation.camel.model.TeamsPhoneCallerDetails;

/**
 * Validates requests by the rules of the service before they are sent. Each message names the option to change.
 *
 * <p>Limits: the documentation of custom call context for headers, the constraints of the REST API for the invitation
 * timeout, and those of the official SDKs for the operation context.
 */
final class RequestValidation {

    private static final int MAX_OPERATION_CONTEXT = OperationContextPrefix.MAX_OPERATION_CONTEXT;
    static final int MAX_INVITATION_TIMEOUT = 180;
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

    private RequestValidation() {}

    static <T> T present(T value, String problem, Input input) {
        if (value == null
                || value instanceof String text && text.isBlank()
                || value instanceof Collection<?> several && several.isEmpty()) {
            throw new MissingInputException(problem, input);
        }
        return value;
    }

    static void operationContext(String context) {
        if (context != null && context.length() > MAX_OPERATION_CONTEXT) {
            throw invalid(
                    "the operation context has " + context.length() + " characters, more than 5,000",
                    Inputs.OPERATION_CONTEXT);
        }
    }

    /**
     * @param context the operation context that is sent
     * @param own     the part of the application; may be {@code null}
     */
    static void prefixedContext(String context, String own) {
        if (context.length() > MAX_OPERATION_CONTEXT) {
            int added = context.length() - (own == null ? 0 : own.length());
            throw new IllegalArgumentException("the operation context would have " + context.length()
                    + " characters, more than the " + MAX_OPERATION_CONTEXT + " that the service takes: " + added
                    + " of them are the headers of the option contextHeaders and the id of the operation; use fewer or"
                    + " shorter headers, or a shorter operation context");
        }
    }

    static void callbackUri(String uri) {
        present(uri, "no URI that the service sends the events of the call to", Inputs.CALLBACK_URI);
        reachable(uri, Inputs.CALLBACK_URI);
    }

    static void operationCallbackUri(String uri) {
        if (uri != null) {
            reachable(uri, Inputs.OPERATION_CALLBACK_URI);
        }
    }

    private static void reachable(String text, Input input) {
        URI uri;
        try {
            uri = new URI(text);
        } catch (URISyntaxException e) {
            // the exception would quote the text, which may contain a password
            throw invalid("the URI that the service sends events to is not a URI: " + e.getReason(), input);
        }
        withoutUser(uri, input);
        if (!Loopback.isSecureOrLocal(uri)) {
            throw invalid("the service sends events to https only (http is accepted for loopback addresses)", input);
        }
    }

    /** The message does not contain the URI. */
    static void withoutUser(URI uri, Input input) {
        if (Loopback.hasUser(uri)) {
            throw invalid("a URI with a user or password is not accepted, as it would be logged", input);
        }
    }

    static void recordingStateCallbackUri(String uri) {
        if (uri != null) {
            reachable(uri, Inputs.RECORDING_STATE_CALLBACK_URI);
        }
    }

    static void containerUrl(String url) {
        if (url != null && url.matches("(?s)[^/?#]*//[^/?#]*@.*")) {
            throw invalid(
                    "a URL with a user or password is not accepted, as it would be logged",
                    Inputs.RECORDING_DESTINATION_CONTAINER_URL);
        }
        if (url != null && !url.regionMatches(true, 0, "https://", 0, "https://".length())) {
            // the message does not contain the URL, which may contain a signature
            throw invalid(
                    "the URL of the container for recordings is not https", Inputs.RECORDING_DESTINATION_CONTAINER_URL);
        }
    }

    static void locator(CallLocator locator) {
        long named = Stream.of(locator.serverCallId(), locator.groupCallId(), locator.roomId())
                .filter(Objects::nonNull)
                .count();
        if (named != 1) {
            throw new IllegalArgumentException(
                    "serverCallId, groupCallId and roomId are exclusive, but " + named + " are set");
        }
    }

    static void callerId(Collection<CommunicationIdentifier> called, PhoneNumberIdentifier callerId) {
        if (callerId == null && called.stream().anyMatch(id -> id.kind() == IdentifierKind.PHONE_NUMBER)) {
            throw invalid("no caller id for the call to a phone number", Inputs.SOURCE_CALLER_ID_NUMBER);
        }
    }

    static void invitationTimeout(Integer seconds) {
        if (seconds != null && (seconds < 0 || seconds > MAX_INVITATION_TIMEOUT)) {
            throw invalid(
                    "an invitation timeout of " + seconds + " seconds is out of range, which is 0 to 180",
                    Inputs.INVITATION_TIMEOUT);
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
                    "the callTopic is longer than " + MAX_CALL_TOPIC + " characters", Inputs.TEAMS_PHONE_CALL_DETAILS);
        }
        TeamsPhoneCallerDetails caller = details.teamsPhoneCallerDetails();
        if (caller != null
                && caller.additionalCallerInformation() != null
                && caller.additionalCallerInformation().size() > MAX_CALLER_INFORMATION) {
            throw invalid(
                    "there are more than " + MAX_CALLER_INFORMATION + " entries of additionalCallerInformation",
                    Inputs.TEAMS_PHONE_CALL_DETAILS);
        }
    }

    private static void voipHeaders(Map<String, String> headers) {
        if (headers.size() > MAX_VOIP_HEADERS) {
            throw invalid(headers.size() + " VoIP headers are more than " + MAX_VOIP_HEADERS, Inputs.VOIP_HEADERS);
        }
        headers.forEach((name, value) -> {
            if (name.isEmpty() || name.length() > MAX_HEADER_NAME) {
                throw invalid(
                        "the name of a VoIP header must have 1 to " + MAX_HEADER_NAME + " characters",
                        Inputs.VOIP_HEADERS);
            }
            if (value.length() > MAX_VOIP_VALUE) {
                throw invalid(
                        "the VoIP header " + name + " is longer than " + MAX_VOIP_VALUE + " characters",
                        Inputs.VOIP_HEADERS);
            }
        });
    }

    private static void sipHeaders(Map<String, String> headers) {
        long custom = headers.keySet().stream()
                .filter(name -> !name.equalsIgnoreCase(USER_TO_USER))
                .count();
        if (custom > MAX_SIP_HEADERS) {
            throw invalid(custom + " SIP headers are more than " + MAX_SIP_HEADERS, Inputs.SIP_HEADERS);
        }
        headers.forEach((name, value) -> {
            if (name.equalsIgnoreCase(USER_TO_USER)) {
                if (value.length() > MAX_USER_TO_USER) {
                    throw invalid(
                            "the User-To-User value is longer than " + MAX_USER_TO_USER + " characters",
                            Inputs.USER_TO_USER);
                }
                return;
            }
            if (name.length() > MAX_HEADER_NAME || !SIP_NAME.matcher(name).matches()) {
                throw invalid(
                        "the SIP header name '" + name + "' does not start with X-, has characters other than letters,"
                                + " digits and . ! % * _ + ~ - or more than " + MAX_HEADER_NAME,
                        Inputs.SIP_HEADERS);
            }
            if (value.length() > MAX_SIP_VALUE || !SIP_VALUE.matcher(value).matches()) {
                throw invalid(
                        "the value of the SIP header " + name + " has characters other than letters, digits and"
                                + " = ; . ! % * _ + ~ - or more than " + MAX_SIP_VALUE,
                        Inputs.SIP_HEADERS);
            }
        });
    }

    static IllegalArgumentException invalid(String problem, Input input) {
        return new IllegalArgumentException(problem + "; " + input.hint());
    }
}
