package dev.callautomation.camel;

import org.apache.camel.RuntimeCamelException;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

import dev.callautomation.camel.model.TeamsPhoneCallDetails;

/** The options of endpoints, which the component's are the defaults of. */
@UriParams
public class CallAutomationConfiguration extends CompletionConfiguration implements Cloneable {

    @UriParam(
            description = "The call connection: which one an operation is about, or the only one whose events a "
                    + "consumer gets.")
    private String callConnectionId;

    @UriParam(
            description = "For operations: comes back in the events that the operation causes, at most 5,000 "
                    + "characters. For consumers: only events with this operation context; an asterisk stands "
                    + "for any characters.")
    private String operationContext;

    @UriParam(
            label = "consumer",
            description =
                    "The types of the events to get, with commas between them; an asterisk stands for any characters "
                            + "and Microsoft.Communication. can be left out. Without it, all.")
    private String type;

    @UriParam(
            label = "consumer",
            description = "Whether a ParticipantsUpdated is skipped that a newer one of the same call has overtaken.")
    private boolean skipStaleParticipants;

    @UriParam(
            label = "consumer,advanced",
            description = "Whether the body is the event as it was delivered, a JSON object as bytes, to be sent on to"
                    + " callautomation:dispatch elsewhere, instead of its record.")
    private boolean raw;

    @UriParam(
            label = "consumer",
            description = "Only events of operations that some node wanted to wait for, and that nobody waits for any"
                    + " more, so that a route can take the call up where its node has left it.")
    private boolean nobodyWaited;

    @UriParam(label = "consumer", description = "Only incoming calls from this phone number or raw id.")
    private String from;

    @UriParam(label = "consumer", description = "Only incoming calls to this phone number or raw id.")
    private String to;

    @UriParam(
            label = "producer",
            description = "Where the service sends the events of a call: the public address of this application, "
                    + "https only (http on this machine). Without a path, the component's callbackPath is "
                    + "added.")
    private String callbackUri;

    @UriParam(
            label = "producer",
            description =
                    "Where the service sends the events of this one operation, instead of the call's " + "callbackUri.")
    private String operationCallbackUri;

    @UriParam(
            label = "producer",
            description = "The endpoint of the Azure AI services resource that the call's speech needs.")
    private String cognitiveServicesEndpoint;

    @UriParam(label = "producer", description = "The call to move parties from: its call connection id.")
    private String fromCall;

    @UriParam(
            label = "producer",
            description = "What a Teams user is shown of a call that is transferred, or that the user is invited into.")
    private TeamsPhoneCallDetails teamsPhoneCallDetails;

    /** A copy whose changes do not show here. */
    public CallAutomationConfiguration copy() {
        try {
            return (CallAutomationConfiguration) clone();
        } catch (CloneNotSupportedException e) {
            throw new RuntimeCamelException(e);
        }
    }

    public String getCallConnectionId() {
        return callConnectionId;
    }

    public void setCallConnectionId(String callConnectionId) {
        this.callConnectionId = callConnectionId;
    }

    public String getOperationContext() {
        return operationContext;
    }

    public void setOperationContext(String operationContext) {
        this.operationContext = operationContext;
    }

    public boolean isSkipStaleParticipants() {
        return skipStaleParticipants;
    }

    public void setSkipStaleParticipants(boolean skipStaleParticipants) {
        this.skipStaleParticipants = skipStaleParticipants;
    }

    public String getType() {
        return type;
    }

    public void setType(String type) {
        this.type = type;
    }

    public boolean isNobodyWaited() {
        return nobodyWaited;
    }

    public void setNobodyWaited(boolean nobodyWaited) {
        this.nobodyWaited = nobodyWaited;
    }

    public boolean isRaw() {
        return raw;
    }

    public void setRaw(boolean raw) {
        this.raw = raw;
    }

    public String getFrom() {
        return from;
    }

    public void setFrom(String from) {
        this.from = from;
    }

    public String getTo() {
        return to;
    }

    public void setTo(String to) {
        this.to = to;
    }

    public String getCallbackUri() {
        return callbackUri;
    }

    public void setCallbackUri(String callbackUri) {
        this.callbackUri = callbackUri;
    }

    public String getOperationCallbackUri() {
        return operationCallbackUri;
    }

    public void setOperationCallbackUri(String operationCallbackUri) {
        this.operationCallbackUri = operationCallbackUri;
    }

    public String getCognitiveServicesEndpoint() {
        return cognitiveServicesEndpoint;
    }

    public void setCognitiveServicesEndpoint(String cognitiveServicesEndpoint) {
        this.cognitiveServicesEndpoint = cognitiveServicesEndpoint;
    }

    public String getFromCall() {
        return fromCall;
    }

    public void setFromCall(String fromCall) {
        this.fromCall = fromCall;
    }

    public TeamsPhoneCallDetails getTeamsPhoneCallDetails() {
        return teamsPhoneCallDetails;
    }

    public void setTeamsPhoneCallDetails(TeamsPhoneCallDetails teamsPhoneCallDetails) {
        this.teamsPhoneCallDetails = teamsPhoneCallDetails;
    }
}
