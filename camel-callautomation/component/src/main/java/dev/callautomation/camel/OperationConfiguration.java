package dev.callautomation.camel;

import java.util.Map;

import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

import dev.callautomation.camel.model.CallRejectReason;

/** What operations are given. */
@UriParams
public class OperationConfiguration extends MediaConfiguration {

    @UriParam(
            label = "producer",
            description =
                    "Who is called, invited, removed, asked for or gets the call: a phone number in E.164 form, with its "
                            + "plus sign, or a raw id such as 8:acs:.... For createCall, moveParticipants and play also several with commas between them; play without anybody is heard by all.")
    private String target;

    @UriParam(
            label = "producer",
            description = "Who is transferred out of a group call: a phone number or raw id. In a 1:1 call it is "
                    + "the other party.")
    private String transferee;

    @UriParam(
            label = "producer",
            description = "The caller id that a called phone shows: a phone number of your resource. Needed when a "
                    + "phone number is called or invited.")
    private String sourceCallerIdNumber;

    @UriParam(label = "producer", description = "The name shown to whoever is called or invited.")
    private String sourceDisplayName;

    @UriParam(
            label = "producer",
            description = "The communication user that createCall calls as, 8:acs:.... The service makes one up if "
                    + "none is given.")
    private String source;

    @UriParam(label = "producer", description = "The Teams resource account that createCall calls as, 28:orgid:....")
    private String teamsAppSource;

    @UriParam(label = "producer", description = "The communication user that answers a call, 8:acs:....")
    private String answeredBy;

    @UriParam(
            label = "producer",
            secret = true,
            description = "What answering, rejecting and redirecting need. Comes with the event IncomingCall as a "
                    + "header, so that it is seldom set here.")
    private String incomingCallContext;

    @UriParam(
            label = "producer",
            description = "What the caller is told of a rejection. The service takes none if it is not set.")
    private CallRejectReason callRejectReason;

    @UriParam(label = "producer", description = "The call to connect to or to record: its server call id.")
    private String serverCallId;

    @UriParam(label = "producer", description = "The call to connect to or to record: the id of a group call.")
    private String groupCallId;

    @UriParam(
            label = "producer",
            description = "The call to connect to or to record: the id of the room it takes place in.")
    private String roomId;

    @UriParam(label = "producer", description = "The invitation to take back, which addParticipant leaves as a header.")
    private String invitationId;

    @UriParam(
            label = "producer",
            description = "How long an invited party may take to answer, 0 to 180 seconds. The service decides if "
                    + "it is not set.")
    private Integer invitationTimeoutInSeconds;

    @UriParam(
            label = "producer",
            prefix = "voipHeader.",
            multiValue = true,
            description = "VoIP headers that travel with an invitation or transfer, as in voipHeader.ticket=4711; "
                    + "at most 1,000.")
    private Map<String, Object> voipHeaders;

    @UriParam(
            label = "producer",
            prefix = "sipHeader.",
            multiValue = true,
            description = "SIP headers that travel with an invitation or transfer, as in "
                    + "sipHeader.X-MS-Custom-ticket=4711; at most 5.")
    private Map<String, Object> sipHeaders;

    @UriParam(label = "producer", description = "The SIP header User-To-User of an invitation or transfer.")
    private String userToUser;

    @UriParam(
            label = "producer",
            description = "Whether hanging up ends the call for everyone. A 1:1 call ends for both either way.")
    private boolean forEveryone;

    public String getTarget() {
        return target;
    }

    public void setTarget(String target) {
        this.target = target;
    }

    public String getTransferee() {
        return transferee;
    }

    public void setTransferee(String transferee) {
        this.transferee = transferee;
    }

    public String getSourceCallerIdNumber() {
        return sourceCallerIdNumber;
    }

    public void setSourceCallerIdNumber(String sourceCallerIdNumber) {
        this.sourceCallerIdNumber = sourceCallerIdNumber;
    }

    public String getSourceDisplayName() {
        return sourceDisplayName;
    }

    public void setSourceDisplayName(String sourceDisplayName) {
        this.sourceDisplayName = sourceDisplayName;
    }

    public String getSource() {
        return source;
    }

    public void setSource(String source) {
        this.source = source;
    }

    public String getTeamsAppSource() {
        return teamsAppSource;
    }

    public void setTeamsAppSource(String teamsAppSource) {
        this.teamsAppSource = teamsAppSource;
    }

    public String getAnsweredBy() {
        return answeredBy;
    }

    public void setAnsweredBy(String answeredBy) {
        this.answeredBy = answeredBy;
    }

    public String getIncomingCallContext() {
        return incomingCallContext;
    }

    public void setIncomingCallContext(String incomingCallContext) {
        this.incomingCallContext = incomingCallContext;
    }

    public CallRejectReason getCallRejectReason() {
        return callRejectReason;
    }

    public void setCallRejectReason(CallRejectReason callRejectReason) {
        this.callRejectReason = callRejectReason;
    }

    public String getServerCallId() {
        return serverCallId;
    }

    public void setServerCallId(String serverCallId) {
        this.serverCallId = serverCallId;
    }

    public String getGroupCallId() {
        return groupCallId;
    }

    public void setGroupCallId(String groupCallId) {
        this.groupCallId = groupCallId;
    }

    public String getRoomId() {
        return roomId;
    }

    public void setRoomId(String roomId) {
        this.roomId = roomId;
    }

    public String getInvitationId() {
        return invitationId;
    }

    public void setInvitationId(String invitationId) {
        this.invitationId = invitationId;
    }

    public Integer getInvitationTimeoutInSeconds() {
        return invitationTimeoutInSeconds;
    }

    public void setInvitationTimeoutInSeconds(Integer invitationTimeoutInSeconds) {
        this.invitationTimeoutInSeconds = invitationTimeoutInSeconds;
    }

    public Map<String, Object> getVoipHeaders() {
        return voipHeaders;
    }

    public void setVoipHeaders(Map<String, Object> voipHeaders) {
        this.voipHeaders = voipHeaders;
    }

    public Map<String, Object> getSipHeaders() {
        return sipHeaders;
    }

    public void setSipHeaders(Map<String, Object> sipHeaders) {
        this.sipHeaders = sipHeaders;
    }

    public String getUserToUser() {
        return userToUser;
    }

    public void setUserToUser(String userToUser) {
        this.userToUser = userToUser;
    }

    public boolean isForEveryone() {
        return forEveryone;
    }

    public void setForEveryone(boolean forEveryone) {
        this.forEveryone = forEveryone;
    }
}
