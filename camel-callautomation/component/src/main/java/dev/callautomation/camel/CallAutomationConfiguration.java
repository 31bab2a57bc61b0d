package dev.callautomation.camel;

import java.time.Duration;
import java.util.Map;

import io.vertx.ext.web.client.WebClient;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.jspecify.annotations.Nullable;

import dev.callautomation.camel.model.AudioChannelType;
import dev.callautomation.camel.model.AudioFormat;
import dev.callautomation.camel.model.CallRejectReason;
import dev.callautomation.camel.model.RecognizeInputType;
import dev.callautomation.camel.model.RecordingChannelType;
import dev.callautomation.camel.model.RecordingContentType;
import dev.callautomation.camel.model.RecordingDocument;
import dev.callautomation.camel.model.RecordingFormatType;
import dev.callautomation.camel.model.TeamsPhoneCallDetails;
import dev.callautomation.camel.model.VoiceKind;

/**
 * Options of endpoints. Those of the component are the defaults of all its endpoints.
 */
@UriParams
public class CallAutomationConfiguration implements Cloneable {

    // which call, which events

    @UriParam(
            description = "Id of the call connection that an operation acts on, or the only one whose events a "
                    + "consumer receives.")
    private @Nullable String callConnectionId;

    @UriParam(
            description = "For operations: text of at most 5,000 characters that the events of the operation "
                    + "return. For consumers: receives only events with this operation context; an asterisk "
                    + "matches any characters, and alone also events without one.")
    private @Nullable String operationContext;

    // consumers

    @UriParam(
            label = "consumer",
            description = "Types of the events to receive, separated by commas. An asterisk matches any characters, "
                    + "and the prefix Microsoft.Communication. may be omitted. All events if not set.")
    private @Nullable String type;

    @UriParam(
            label = "consumer",
            description = "Phone number or raw id of the caller. Receives only incoming calls from it; an asterisk is "
                    + "any caller.")
    private @Nullable String from;

    @UriParam(
            label = "consumer",
            description = "Phone number or raw id of the called party. Receives only incoming calls to it; an asterisk "
                    + "is any called party.")
    private @Nullable String to;

    @UriParam(
            label = "consumer",
            description = "Whether to skip a ParticipantsUpdated event whose sequence number is lower than one "
                    + "received before for the same call.")
    private boolean skipStaleParticipants;

    @UriParam(
            label = "consumer",
            description = "Whether to receive only orphaned events: those of an operation that a route was waiting "
                    + "for on a node that has stopped, so that this route can resume the call.")
    private boolean orphanedOnly;

    @UriParam(
            label = "consumer,advanced",
            description = "Whether the message body is the event as it was delivered, a JSON object as bytes, "
                    + "instead of its record. Such a body can be sent to callautomation:processEvents "
                    + "elsewhere.")
    private boolean rawEvent;

    // starting calls

    @UriParam(
            label = "producer",
            description = "Public URI of this application, which the service sends the events of a call to. Must be "
                    + "https, except on loopback addresses. If it has no path, callbackPath is appended.")
    private @Nullable String callbackUri;

    @UriParam(
            label = "producer",
            description = "URI that the service sends the events of this operation to, instead of the callbackUri "
                    + "of the call.")
    private @Nullable String operationCallbackUri;

    @UriParam(
            label = "producer",
            description = "Endpoint of the Azure AI services resource that provides speech for the call.")
    private @Nullable String cognitiveServicesEndpoint;

    @UriParam(
            label = "producer",
            description = "Phone number in E.164 form, or raw id such as 8:acs:..., of the party to call, invite, "
                    + "remove, look up or transfer to. createCall, moveParticipants and play accept several, "
                    + "separated by commas; play without a target is heard by all parties.")
    private @Nullable String target;

    @UriParam(
            label = "producer",
            description = "Phone number or raw id of the party to transfer out of a group call. In a 1:1 call it is "
                    + "the other party.")
    private @Nullable String transferee;

    @UriParam(
            label = "producer",
            description = "Phone number of the resource that a called phone shows as the caller id. Required when a "
                    + "phone number is called or invited.")
    private @Nullable String sourceCallerIdNumber;

    @UriParam(label = "producer", description = "Display name that the called or invited party sees.")
    private @Nullable String sourceDisplayName;

    @UriParam(
            label = "producer",
            description = "Raw id of the communication user, 8:acs:..., that createCall places the call as. The "
                    + "service creates one if not set.")
    private @Nullable String createAs;

    @UriParam(
            label = "producer",
            description = "Raw id of the Teams resource account, 28:orgid:..., that createCall places the call as.")
    private @Nullable String teamsAppSource;

    @UriParam(label = "producer", description = "Raw id of the communication user, 8:acs:..., that answers a call.")
    private @Nullable String answeredBy;

    @UriParam(
            label = "producer",
            secret = true,
            description = "Context of the incoming call to answer, reject or redirect. IncomingCall provides it as "
                    + "a header, so that it is seldom set here.")
    private @Nullable String incomingCallContext;

    @UriParam(
            label = "producer",
            description = "Reason for a rejection that the caller is given. Decided by the service if not set.")
    private @Nullable CallRejectReason callRejectReason;

    @UriParam(label = "producer", description = "Server call id of the call to connect to or to record.")
    private @Nullable String serverCallId;

    @UriParam(label = "producer", description = "Id of the group call to connect to or to record.")
    private @Nullable String groupCallId;

    @UriParam(label = "producer", description = "Id of the room whose call to connect to or to record.")
    private @Nullable String roomId;

    // participants

    @UriParam(
            label = "producer",
            description = "Id of the invitation to cancel. addParticipant provides it as a header.")
    private @Nullable String invitationId;

    @UriParam(
            label = "producer",
            description = "Time that an invited party has to answer, 0 to 180 whole seconds. Decided by the service "
                    + "if not set.")
    private @Nullable Duration invitationTimeout;

    @UriParam(label = "producer", description = "Call connection id of the call to move participants from.")
    private @Nullable String moveFromCall;

    @UriParam(
            label = "producer",
            prefix = "voipHeader.",
            multiValue = true,
            description = "VoIP headers that accompany an invitation or transfer, as in voipHeader.ticket=4711; at "
                    + "most 1,000.")
    private @Nullable Map<String, Object> voipHeaders;

    @UriParam(
            label = "producer",
            prefix = "sipHeader.",
            multiValue = true,
            description = "SIP headers that accompany an invitation or transfer, as in "
                    + "sipHeader.X-MS-Custom-ticket=4711; at most 5.")
    private @Nullable Map<String, Object> sipHeaders;

    @UriParam(label = "producer", description = "User-To-User SIP header of an invitation or transfer.")
    private @Nullable String userToUser;

    @UriParam(
            label = "producer",
            description = "Details of the call that a Teams user sees when the call is transferred to, or the user "
                    + "is invited into it.")
    private @Nullable TeamsPhoneCallDetails teamsPhoneCallDetails;

    @UriParam(
            label = "producer",
            description = "Whether hangUp ends the call for all parties. A 1:1 call ends for both in any case.")
    private boolean forEveryone;

    // prompts

    @UriParam(
            label = "producer",
            description = "Text to speak: by play, before recognize listens, or to a party on hold. Exclusive with "
                    + "file and ssml.")
    private @Nullable String text;

    @UriParam(
            label = "producer",
            description = "URL of the audio file to play, https except on loopback addresses. Exclusive with text "
                    + "and ssml.")
    private @Nullable String file;

    @UriParam(
            label = "producer",
            description = "Speech Synthesis Markup Language to speak. Exclusive with text and file.")
    private @Nullable String ssml;

    @UriParam(label = "producer", description = "Name of the voice that speaks the text, such as en-US-NancyNeural.")
    private @Nullable String voice;

    @UriParam(label = "producer", description = "Kind of voice that speaks the text if only its language is given.")
    private @Nullable VoiceKind voiceKind;

    @UriParam(
            label = "producer",
            description = "Language of the text, such as en-US; for transcriptions, the language that is spoken.")
    private @Nullable String locale;

    @UriParam(label = "producer", description = "Endpoint id of the custom voice that speaks text or ssml.")
    private @Nullable String customVoiceEndpointId;

    @UriParam(
            label = "producer",
            description = "Key under which the service caches the prepared audio of text, file or ssml.")
    private @Nullable String playSourceCacheId;

    @UriParam(label = "producer", description = "Whether play repeats the prompt until it is canceled.")
    private @Nullable Boolean loop;

    @UriParam(
            label = "producer",
            description = "Whether play and recognize interrupt the media operation in progress instead of queueing "
                    + "behind it.")
    private @Nullable Boolean interruptCallMediaOperation;

    // recognition and tones

    @UriParam(
            label = "producer",
            description = "Kind of input to recognize. If not set, it follows from the other options: choices; DTMF "
                    + "(maxTones, stopTones, interToneTimeout); speech (endSilenceTimeout, speechLanguage); or "
                    + "speech or DTMF.")
    private @Nullable RecognizeInputType recognizeInputType;

    @UriParam(
            label = "producer",
            description =
                    "Choices to recognize, separated by commas: each a label, its phrases separated by vertical bars, and "
                            + "a tone, as in sales:sales|buy:1,support::2. The label is the phrase if none is given.")
    private @Nullable String choices;

    @UriParam(label = "producer", description = "Number of tones after which recognition ends.")
    private @Nullable Integer maxTones;

    @UriParam(label = "producer", description = "Tones that end recognition, such as # or pound.")
    private @Nullable String stopTones;

    @UriParam(
            label = "producer",
            description = "Time to wait for the next tone, 1 to 60 whole seconds. 2 seconds if not set.")
    private @Nullable Duration interToneTimeout;

    @UriParam(
            label = "producer",
            description = "Time to wait for input to begin, 0 to 300 whole seconds, for speech and choices up to "
                    + "20. 5 seconds if not set.")
    private @Nullable Duration initialSilenceTimeout;

    @UriParam(label = "producer", description = "Length of the silence that ends speech. 2 seconds if not set.")
    private @Nullable Duration endSilenceTimeout;

    @UriParam(label = "producer", description = "Whether input interrupts the prompt.")
    private @Nullable Boolean interruptPrompt;

    @UriParam(label = "producer", description = "Language of the speech to recognize, such as en-US.")
    private @Nullable String speechLanguage;

    @UriParam(label = "producer", description = "Endpoint id of a custom model for recognizing or transcribing speech.")
    private @Nullable String speechModelEndpointId;

    @UriParam(
            label = "producer",
            description = "Tones to send, as they are dialed, 1234#, or by name separated by commas, one,two,pound.")
    private @Nullable String tones;

    // media streaming and transcription

    @UriParam(
            label = "producer",
            description = "WebSocket URL, wss://..., that the audio of a call started by createCall, answerCall or "
                    + "connectCall is streamed to. Not streamed if not set.")
    private @Nullable String mediaStreamingUrl;

    @UriParam(
            label = "producer",
            description = "Whether the streamed audio of all parties is mixed or has a stream for each. Mixed if "
                    + "not set.")
    private @Nullable AudioChannelType audioChannelType;

    @UriParam(
            label = "producer",
            description = "Format of the streamed audio: PCM at 16 or 24 kHz, mono. Decided by the service if not set.")
    private @Nullable AudioFormat audioFormat;

    @UriParam(
            label = "producer",
            description = "Whether streaming starts with the call instead of with the operation startMediaStreaming.")
    private @Nullable Boolean startMediaStreaming;

    @UriParam(label = "producer", description = "Whether the WebSocket can send audio into the call.")
    private @Nullable Boolean enableBidirectional;

    @UriParam(label = "producer", description = "Whether DTMF tones are sent to the WebSocket along with the audio.")
    private @Nullable Boolean enableDtmfTones;

    @UriParam(
            label = "producer",
            description = "WebSocket URL, wss://..., that the transcript of a call started by createCall, "
                    + "answerCall or connectCall is sent to. Requires locale.")
    private @Nullable String transcriptionUrl;

    @UriParam(
            label = "producer",
            description =
                    "Whether transcription starts with the call instead of with the operation startTranscription.")
    private @Nullable Boolean startTranscription;

    @UriParam(
            label = "producer",
            description = "Whether the transcript includes intermediate results, which may still change.")
    private @Nullable Boolean enableIntermediateResults;

    // recording

    @UriParam(
            label = "producer",
            description = "Id of the recording to stop, pause, resume or query. startRecording and the events of "
                    + "recordings provide it as a header.")
    private @Nullable String recordingId;

    @UriParam(
            label = "producer",
            description = "Content that startRecording records: audio, or audio and video. Decided by the service "
                    + "if not set.")
    private @Nullable RecordingContentType recordingContentType;

    @UriParam(
            label = "producer",
            description = "Whether startRecording mixes all parties or records each on its own channel. Decided by "
                    + "the service if not set.")
    private @Nullable RecordingChannelType recordingChannelType;

    @UriParam(
            label = "producer",
            description = "File format of startRecording: mp4 for video, mp3 or wav for audio, wav for unmixed "
                    + "audio. Decided by the service if not set.")
    private @Nullable RecordingFormatType recordingFormatType;

    @UriParam(
            label = "producer",
            description = "Phone numbers or raw ids of the parties on the channels of an unmixed recording, "
                    + "separated by commas, starting with channel 0.")
    private @Nullable String audioChannelParticipantOrdering;

    @UriParam(label = "producer", description = "Whether a recording starts paused, until resumeRecording.")
    private @Nullable Boolean pauseOnStart;

    @UriParam(
            label = "producer",
            description = "URI that the service sends the events of a recording to. callbackUri if not set.")
    private @Nullable String recordingStateCallbackUri;

    @UriParam(
            label = "producer",
            description = "URL of the Azure Blob Storage container that the files of a recording are written to. "
                    + "The service stores them for a limited time if not set.")
    private @Nullable String recordingDestinationContainerUrl;

    @UriParam(
            label = "producer",
            description = "Location of the audio or video to download. RecordingFileStatusUpdated provides it as a "
                    + "header if the recording has a single file.")
    private @Nullable String contentLocation;

    @UriParam(
            label = "producer",
            description = "Location of the metadata to download. RecordingFileStatusUpdated provides it as a header "
                    + "if the recording has a single file.")
    private @Nullable String metadataLocation;

    @UriParam(
            label = "producer",
            description = "Location for deleteRecording. RecordingFileStatusUpdated provides it as a header if the "
                    + "recording has a single file.")
    private @Nullable String deleteLocation;

    @UriParam(
            label = "producer",
            defaultValue = "CONTENT",
            description = "Document that downloadRecording downloads: the content, which is audio or video, or the "
                    + "metadata, which is JSON.")
    private RecordingDocument recordingDocument = RecordingDocument.CONTENT;

    @UriParam(
            label = "producer",
            description = "Position of the first byte that downloadRecording downloads, starting with 0.")
    private @Nullable Long downloadOffset;

    @UriParam(
            label = "producer",
            description = "Maximum number of bytes that downloadRecording downloads, 1 or more. Up to the end if "
                    + "not set.")
    private @Nullable Long downloadLength;

    @UriParam(
            label = "producer",
            defaultValue = "true",
            description = "Whether a message body that is a request is an input of the operation: a request record, a "
                    + "Map, or JSON. Switch it off if bodies are other JSON, such as events as text or responses of "
                    + "other systems.")
    private boolean requestFromBody = true;

    // waiting for completion

    @UriParam(
            label = "producer",
            description = "Whether the exchange continues only when the event has arrived that completes the "
                    + "operation. That event is then the message body; a failure is an exception.")
    private boolean awaitCompletion;

    @UriParam(
            label = "producer",
            description = "Time within which the event that completes an operation has to arrive, counted from the "
                    + "time that the request is sent. If not set, it is derived from the operation: the time limit of "
                    + "the operation itself plus a margin, or 2 minutes.")
    private @Nullable Duration completionTimeout;

    @UriParam(
            label = "producer",
            description = "Whether an operation that has not completed within completionTimeout is canceled at the "
                    + "service: an unanswered call, an invitation, or all media operations of the call.")
    private boolean cancelOnTimeout;

    @UriParam(
            label = "producer",
            description = "Names of the headers, separated by commas, that are sent within the operation context "
                    + "and become headers again with the events of the operation, on any node.")
    private @Nullable String contextHeaders;

    // connection

    @UriParam(
            label = "security",
            secret = true,
            description = "Connection string of the resource, endpoint=https://...;accesskey=.... Replaces endpoint "
                    + "and accessKey.")
    private @Nullable String connectionString;

    @UriParam(
            label = "security",
            description = "Endpoint of the resource, such as https://contoso.communication.azure.com/. Must be "
                    + "https, except on loopback addresses.")
    private @Nullable String endpoint;

    @UriParam(label = "security", secret = true, description = "Access key of the resource, in base64.")
    private @Nullable String accessKey;

    @UriParam(
            label = "security",
            description = "Type of the credential for requests. If not set: the connection string or access key if "
                    + "present, else the token credential. AZURE_IDENTITY requires the library azure-identity.")
    private @Nullable CredentialType credentialType;

    @UriParam(
            label = "security",
            description = "Tenant id of a service principal, for AZURE_IDENTITY. Requires clientId and clientSecret.")
    private @Nullable String tenantId;

    @UriParam(
            label = "security",
            description = "Client id of a service principal or, without tenantId and clientSecret, of a managed "
                    + "identity, for AZURE_IDENTITY. The default credential chain if not set.")
    private @Nullable String clientId;

    @UriParam(
            label = "security",
            secret = true,
            description = "Client secret of a service principal, for AZURE_IDENTITY.")
    private @Nullable String clientSecret;

    @UriParam(
            label = "security",
            secret = true,
            javaType = "com.azure.core.credential.TokenCredential",
            description = "Bean that provides tokens, for TOKEN_CREDENTIAL. The only bean of that type in the "
                    + "registry if neither this nor an access key is set.")
    // the type belongs to an optional library, which reflection over the methods of this class would load
    private @Nullable Object tokenCredential;

    @UriParam(
            label = "producer,advanced",
            defaultValue = "10000",
            javaType = "java.time.Duration",
            description = "Timeout for connecting to the service.")
    private long connectTimeout = 10_000;

    @UriParam(
            label = "producer,advanced",
            defaultValue = "30000",
            javaType = "java.time.Duration",
            description = "Timeout for the response of the service to one attempt, from the connection to the end of "
                    + "the body. For downloads: for the first byte of the recording, and for each 64 KiB after it.")
    private long responseTimeout = 30_000;

    @UriParam(
            label = "producer,advanced",
            defaultValue = "120000",
            javaType = "java.time.Duration",
            description = "Timeout of an operation with all its attempts, backoffs and pages. For downloads: until the "
                    + "first byte of the recording.")
    private long operationTimeout = 120_000;

    @UriParam(
            label = "producer,advanced",
            defaultValue = "3",
            description = "Maximum number of retries after a failed connection, a timeout or the status 408, 429 or "
                    + "5xx, where repeating the request is safe. 0 disables retries.")
    private int maxRetries = 3;

    @UriParam(
            label = "producer,advanced",
            defaultValue = "500",
            javaType = "java.time.Duration",
            description = "Backoff before the first retry, doubled for each further one, unless the service "
                    + "specifies Retry-After.")
    private long retryDelay = 500;

    @UriParam(
            label = "producer,advanced",
            defaultValue = "30000",
            javaType = "java.time.Duration",
            description = "Maximum backoff before a retry. If the service asks for a longer one by Retry-After, the "
                    + "operation fails.")
    private long maxRetryDelay = 30_000;

    @UriParam(
            label = "producer,advanced",
            defaultValue = "100",
            description = "Maximum number of connections to the service in the connection pool.")
    private int connectionPoolSize = 100;

    @UriParam(
            label = "producer,advanced",
            defaultValue = "false",
            description = "Whether the route continues after a successful operation on the event loop of its "
                    + "response instead of a thread of the pool, which saves a hand-over between threads. For "
                    + "routes that do not block: one event loop, and so one processor, signs, encrypts and "
                    + "reads all requests to a service. The end of the exchange runs there, too, with "
                    + "onCompletion and the deduplication repository of a consumer, which must not block "
                    + "either. Failures, downloads, operations with awaitCompletion and those of a given "
                    + "webClient continue on a thread of the pool in any case.")
    private boolean continueOnEventLoop;

    @UriParam(label = "security", description = "TLS configuration of connections to the service.")
    @Metadata(autowired = true)
    private @Nullable SSLContextParameters sslContextParameters;

    @UriParam(
            label = "producer,advanced",
            description = "Vert.x web client to use instead of creating one. It is not closed by the component, and "
                    + "its own connect timeout, proxy and TLS configuration apply.")
    @Metadata(autowired = true)
    private @Nullable WebClient webClient;

    @UriParam(
            label = "proxy",
            description = "Host of the HTTP proxy for all outbound requests: operations, recordings, keys of token "
                    + "issuers and tokens. If not set: Camel's global options, then the system properties "
                    + "https.proxyHost and http.proxyHost, then the environment variable HTTPS_PROXY.")
    private @Nullable String proxyHost;

    @UriParam(label = "proxy", description = "Port of the HTTP proxy. Required with proxyHost.")
    private @Nullable Integer proxyPort;

    @UriParam(label = "proxy,security", description = "User name for the basic authentication at the HTTP proxy.")
    private @Nullable String proxyUsername;

    @UriParam(
            label = "proxy,security",
            secret = true,
            description = "Password for the basic authentication at the HTTP proxy.")
    private @Nullable String proxyPassword;

    @UriParam(
            label = "proxy",
            description = "Hosts, separated by commas, that are connected to directly instead of through proxyHost. An "
                    + "asterisk matches any characters.")
    private @Nullable String nonProxyHosts;

    // authentication of deliveries

    @UriParam(
            label = "consumer,security",
            defaultValue = "TOKEN",
            description = "Authentication of the deliveries of events: by the token of the service, the token of "
                    + "Event Grid, or the secret of the event subscription. NONE disables it, so that any "
                    + "sender that can connect to callbackPath can start routes with forged events.")
    private CallbackAuthentication callbackAuthentication = CallbackAuthentication.TOKEN;

    @UriParam(
            label = "consumer,security",
            description = "Immutable id of the resource, the audience of the tokens of the service. The Azure "
                    + "portal shows it on the Properties page of the resource.")
    private @Nullable String resourceId;

    @UriParam(
            label = "consumer,security",
            defaultValue = "https://acscallautomation.communication.azure.com",
            description = "Issuer of the tokens of the service; the address of the simulator if one is used. Must "
                    + "be https, except on loopback addresses.")
    private String callbackIssuer = "https://acscallautomation.communication.azure.com";

    @UriParam(
            label = "consumer,security",
            defaultValue = "60000",
            javaType = "java.time.Duration",
            description = "Maximum difference between the clocks of this machine and of the issuer of a token, up "
                    + "to 5 minutes.")
    private long clockSkew = 60_000;

    @UriParam(
            label = "security",
            secret = true,
            description =
                    "Secret in the callback URIs, as the parameter callbackSecret of their query: operations add it "
                            + "to callbackUri, and the events of calls are required to have it in addition to the token of "
                            + "the service, or instead of it with callbackAuthentication=NONE. 16 to 200 letters, digits "
                            + "and - . _; two with a comma between them while it is being changed, the new one first.")
    private @Nullable String callbackSecret;

    @UriParam(
            label = "consumer,security",
            secret = true,
            description = "Secret that authenticates the deliveries of Event Grid: the endpoint URL of the event "
                    + "subscription ends with ?code= and the secret. 16 to 200 letters, digits and - . _; two "
                    + "with a comma between them while it is being changed.")
    private @Nullable String eventGridSecret;

    @UriParam(
            label = "consumer,security",
            description = "Id of the Microsoft Entra tenant that issues the tokens of Event Grid. Requires "
                    + "eventGridAudience.")
    private @Nullable String eventGridTenantId;

    @UriParam(
            label = "consumer,security",
            description = "Audience of the tokens of Event Grid: the id or URI of the application that is "
                    + "configured in the event subscription.")
    private @Nullable String eventGridAudience;

    @UriParam(
            label = "consumer,security,advanced",
            defaultValue = "4962773b-9cdb-44cf-a8bf-237846a00ab7",
            description = "Id of the application that the tokens of Event Grid are issued to. The default is Event "
                    + "Grid in the public cloud of Azure.")
    private String eventGridAppId = "4962773b-9cdb-44cf-a8bf-237846a00ab7";

    @UriParam(
            label = "consumer,security,advanced",
            defaultValue = "https://login.microsoftonline.com",
            description = "Base address of the issuer of the tokens of Event Grid, which differs between clouds.")
    private String eventGridIssuer = "https://login.microsoftonline.com";

    @UriParam(
            label = "consumer,security,advanced",
            description = "Allow list of event subscriptions that are validated, separated by commas: each by its "
                    + "name or by the path of its topic. All authenticated ones if not set.")
    private @Nullable String eventGridAllowedSubscriptions;

    @UriParam(
            label = "consumer,security,advanced",
            defaultValue = "eventgrid.azure.net",
            description = "Allow list of origins, separated by commas, whose handshake of the CloudEvents schema is "
                    + "answered.")
    private String eventGridAllowedOrigins = "eventgrid.azure.net";

    @UriParam(
            label = "security",
            description = "Whether phone numbers and user ids are masked in the log and the exceptions of the "
                    + "component. Headers and message bodies are not masked.")
    private boolean maskIdentifiers;

    /** Returns a copy that changes independently of this configuration. */
    public CallAutomationConfiguration copy() {
        try {
            return (CallAutomationConfiguration) clone();
        } catch (CloneNotSupportedException e) {
            throw new RuntimeCamelException(e);
        }
    }

    public @Nullable String getCallConnectionId() {
        return callConnectionId;
    }

    public void setCallConnectionId(@Nullable String callConnectionId) {
        this.callConnectionId = callConnectionId;
    }

    public @Nullable String getOperationContext() {
        return operationContext;
    }

    public void setOperationContext(@Nullable String operationContext) {
        this.operationContext = operationContext;
    }

    public @Nullable String getType() {
        return type;
    }

    public void setType(@Nullable String type) {
        this.type = type;
    }

    public @Nullable String getFrom() {
        return from;
    }

    public void setFrom(@Nullable String from) {
        this.from = from;
    }

    public @Nullable String getTo() {
        return to;
    }

    public void setTo(@Nullable String to) {
        this.to = to;
    }

    public boolean isSkipStaleParticipants() {
        return skipStaleParticipants;
    }

    public void setSkipStaleParticipants(boolean skipStaleParticipants) {
        this.skipStaleParticipants = skipStaleParticipants;
    }

    public boolean isOrphanedOnly() {
        return orphanedOnly;
    }

    public void setOrphanedOnly(boolean orphanedOnly) {
        this.orphanedOnly = orphanedOnly;
    }

    public boolean isRawEvent() {
        return rawEvent;
    }

    public void setRawEvent(boolean rawEvent) {
        this.rawEvent = rawEvent;
    }

    public @Nullable String getCallbackUri() {
        return callbackUri;
    }

    public void setCallbackUri(@Nullable String callbackUri) {
        this.callbackUri = callbackUri;
    }

    public @Nullable String getOperationCallbackUri() {
        return operationCallbackUri;
    }

    public void setOperationCallbackUri(@Nullable String operationCallbackUri) {
        this.operationCallbackUri = operationCallbackUri;
    }

    public @Nullable String getCognitiveServicesEndpoint() {
        return cognitiveServicesEndpoint;
    }

    public void setCognitiveServicesEndpoint(@Nullable String cognitiveServicesEndpoint) {
        this.cognitiveServicesEndpoint = cognitiveServicesEndpoint;
    }

    public @Nullable String getTarget() {
        return target;
    }

    public void setTarget(@Nullable String target) {
        this.target = target;
    }

    public @Nullable String getTransferee() {
        return transferee;
    }

    public void setTransferee(@Nullable String transferee) {
        this.transferee = transferee;
    }

    public @Nullable String getSourceCallerIdNumber() {
        return sourceCallerIdNumber;
    }

    public void setSourceCallerIdNumber(@Nullable String sourceCallerIdNumber) {
        this.sourceCallerIdNumber = sourceCallerIdNumber;
    }

    public @Nullable String getSourceDisplayName() {
        return sourceDisplayName;
    }

    public void setSourceDisplayName(@Nullable String sourceDisplayName) {
        this.sourceDisplayName = sourceDisplayName;
    }

    public @Nullable String getCreateAs() {
        return createAs;
    }

    public void setCreateAs(@Nullable String createAs) {
        this.createAs = createAs;
    }

    public @Nullable String getTeamsAppSource() {
        return teamsAppSource;
    }

    public void setTeamsAppSource(@Nullable String teamsAppSource) {
        this.teamsAppSource = teamsAppSource;
    }

    public @Nullable String getAnsweredBy() {
        return answeredBy;
    }

    public void setAnsweredBy(@Nullable String answeredBy) {
        this.answeredBy = answeredBy;
    }

    public @Nullable String getIncomingCallContext() {
        return incomingCallContext;
    }

    public void setIncomingCallContext(@Nullable String incomingCallContext) {
        this.incomingCallContext = incomingCallContext;
    }

    public @Nullable CallRejectReason getCallRejectReason() {
        return callRejectReason;
    }

    public void setCallRejectReason(@Nullable CallRejectReason callRejectReason) {
        this.callRejectReason = callRejectReason;
    }

    public @Nullable String getServerCallId() {
        return serverCallId;
    }

    public void setServerCallId(@Nullable String serverCallId) {
        this.serverCallId = serverCallId;
    }

    public @Nullable String getGroupCallId() {
        return groupCallId;
    }

    public void setGroupCallId(@Nullable String groupCallId) {
        this.groupCallId = groupCallId;
    }

    public @Nullable String getRoomId() {
        return roomId;
    }

    public void setRoomId(@Nullable String roomId) {
        this.roomId = roomId;
    }

    public @Nullable String getInvitationId() {
        return invitationId;
    }

    public void setInvitationId(@Nullable String invitationId) {
        this.invitationId = invitationId;
    }

    public @Nullable Duration getInvitationTimeout() {
        return invitationTimeout;
    }

    public void setInvitationTimeout(@Nullable Duration invitationTimeout) {
        this.invitationTimeout = invitationTimeout;
    }

    public @Nullable String getMoveFromCall() {
        return moveFromCall;
    }

    public void setMoveFromCall(@Nullable String moveFromCall) {
        this.moveFromCall = moveFromCall;
    }

    public @Nullable Map<String, Object> getVoipHeaders() {
        return voipHeaders;
    }

    public void setVoipHeaders(@Nullable Map<String, Object> voipHeaders) {
        this.voipHeaders = voipHeaders;
    }

    public @Nullable Map<String, Object> getSipHeaders() {
        return sipHeaders;
    }

    public void setSipHeaders(@Nullable Map<String, Object> sipHeaders) {
        this.sipHeaders = sipHeaders;
    }

    public @Nullable String getUserToUser() {
        return userToUser;
    }

    public void setUserToUser(@Nullable String userToUser) {
        this.userToUser = userToUser;
    }

    public @Nullable TeamsPhoneCallDetails getTeamsPhoneCallDetails() {
        return teamsPhoneCallDetails;
    }

    public void setTeamsPhoneCallDetails(@Nullable TeamsPhoneCallDetails teamsPhoneCallDetails) {
        this.teamsPhoneCallDetails = teamsPhoneCallDetails;
    }

    public boolean isForEveryone() {
        return forEveryone;
    }

    public void setForEveryone(boolean forEveryone) {
        this.forEveryone = forEveryone;
    }

    public @Nullable String getText() {
        return text;
    }

    public void setText(@Nullable String text) {
        this.text = text;
    }

    public @Nullable String getFile() {
        return file;
    }

    public void setFile(@Nullable String file) {
        this.file = file;
    }

    public @Nullable String getSsml() {
        return ssml;
    }

    public void setSsml(@Nullable String ssml) {
        this.ssml = ssml;
    }

    public @Nullable String getVoice() {
        return voice;
    }

    public void setVoice(@Nullable String voice) {
        this.voice = voice;
    }

    public @Nullable VoiceKind getVoiceKind() {
        return voiceKind;
    }

    public void setVoiceKind(@Nullable VoiceKind voiceKind) {
        this.voiceKind = voiceKind;
    }

    public @Nullable String getLocale() {
        return locale;
    }

    public void setLocale(@Nullable String locale) {
        this.locale = locale;
    }

    public @Nullable String getCustomVoiceEndpointId() {
        return customVoiceEndpointId;
    }

    public void setCustomVoiceEndpointId(@Nullable String customVoiceEndpointId) {
        this.customVoiceEndpointId = customVoiceEndpointId;
    }

    public @Nullable String getPlaySourceCacheId() {
        return playSourceCacheId;
    }

    public void setPlaySourceCacheId(@Nullable String playSourceCacheId) {
        this.playSourceCacheId = playSourceCacheId;
    }

    public @Nullable Boolean getLoop() {
        return loop;
    }

    public void setLoop(@Nullable Boolean loop) {
        this.loop = loop;
    }

    public @Nullable Boolean getInterruptCallMediaOperation() {
        return interruptCallMediaOperation;
    }

    public void setInterruptCallMediaOperation(@Nullable Boolean interruptCallMediaOperation) {
        this.interruptCallMediaOperation = interruptCallMediaOperation;
    }

    public @Nullable RecognizeInputType getRecognizeInputType() {
        return recognizeInputType;
    }

    public void setRecognizeInputType(@Nullable RecognizeInputType recognizeInputType) {
        this.recognizeInputType = recognizeInputType;
    }

    public @Nullable String getChoices() {
        return choices;
    }

    public void setChoices(@Nullable String choices) {
        this.choices = choices;
    }

    public @Nullable Integer getMaxTones() {
        return maxTones;
    }

    public void setMaxTones(@Nullable Integer maxTones) {
        this.maxTones = maxTones;
    }

    public @Nullable String getStopTones() {
        return stopTones;
    }

    public void setStopTones(@Nullable String stopTones) {
        this.stopTones = stopTones;
    }

    public @Nullable Duration getInterToneTimeout() {
        return interToneTimeout;
    }

    public void setInterToneTimeout(@Nullable Duration interToneTimeout) {
        this.interToneTimeout = interToneTimeout;
    }

    public @Nullable Duration getInitialSilenceTimeout() {
        return initialSilenceTimeout;
    }

    public void setInitialSilenceTimeout(@Nullable Duration initialSilenceTimeout) {
        this.initialSilenceTimeout = initialSilenceTimeout;
    }

    public @Nullable Duration getEndSilenceTimeout() {
        return endSilenceTimeout;
    }

    public void setEndSilenceTimeout(@Nullable Duration endSilenceTimeout) {
        this.endSilenceTimeout = endSilenceTimeout;
    }

    public @Nullable Boolean getInterruptPrompt() {
        return interruptPrompt;
    }

    public void setInterruptPrompt(@Nullable Boolean interruptPrompt) {
        this.interruptPrompt = interruptPrompt;
    }

    public @Nullable String getSpeechLanguage() {
        return speechLanguage;
    }

    public void setSpeechLanguage(@Nullable String speechLanguage) {
        this.speechLanguage = speechLanguage;
    }

    public @Nullable String getSpeechModelEndpointId() {
        return speechModelEndpointId;
    }

    public void setSpeechModelEndpointId(@Nullable String speechModelEndpointId) {
        this.speechModelEndpointId = speechModelEndpointId;
    }

    public @Nullable String getTones() {
        return tones;
    }

    public void setTones(@Nullable String tones) {
        this.tones = tones;
    }

    public @Nullable String getMediaStreamingUrl() {
        return mediaStreamingUrl;
    }

    public void setMediaStreamingUrl(@Nullable String mediaStreamingUrl) {
        this.mediaStreamingUrl = mediaStreamingUrl;
    }

    public @Nullable AudioChannelType getAudioChannelType() {
        return audioChannelType;
    }

    public void setAudioChannelType(@Nullable AudioChannelType audioChannelType) {
        this.audioChannelType = audioChannelType;
    }

    public @Nullable AudioFormat getAudioFormat() {
        return audioFormat;
    }

    public void setAudioFormat(@Nullable AudioFormat audioFormat) {
        this.audioFormat = audioFormat;
    }

    public @Nullable Boolean getStartMediaStreaming() {
        return startMediaStreaming;
    }

    public void setStartMediaStreaming(@Nullable Boolean startMediaStreaming) {
        this.startMediaStreaming = startMediaStreaming;
    }

    public @Nullable Boolean getEnableBidirectional() {
        return enableBidirectional;
    }

    public void setEnableBidirectional(@Nullable Boolean enableBidirectional) {
        this.enableBidirectional = enableBidirectional;
    }

    public @Nullable Boolean getEnableDtmfTones() {
        return enableDtmfTones;
    }

    public void setEnableDtmfTones(@Nullable Boolean enableDtmfTones) {
        this.enableDtmfTones = enableDtmfTones;
    }

    public @Nullable String getTranscriptionUrl() {
        return transcriptionUrl;
    }

    public void setTranscriptionUrl(@Nullable String transcriptionUrl) {
        this.transcriptionUrl = transcriptionUrl;
    }

    public @Nullable Boolean getStartTranscription() {
        return startTranscription;
    }

    public void setStartTranscription(@Nullable Boolean startTranscription) {
        this.startTranscription = startTranscription;
    }

    public @Nullable Boolean getEnableIntermediateResults() {
        return enableIntermediateResults;
    }

    public void setEnableIntermediateResults(@Nullable Boolean enableIntermediateResults) {
        this.enableIntermediateResults = enableIntermediateResults;
    }

    public @Nullable String getRecordingId() {
        return recordingId;
    }

    public void setRecordingId(@Nullable String recordingId) {
        this.recordingId = recordingId;
    }

    public @Nullable RecordingContentType getRecordingContentType() {
        return recordingContentType;
    }

    public void setRecordingContentType(@Nullable RecordingContentType recordingContentType) {
        this.recordingContentType = recordingContentType;
    }

    public @Nullable RecordingChannelType getRecordingChannelType() {
        return recordingChannelType;
    }

    public void setRecordingChannelType(@Nullable RecordingChannelType recordingChannelType) {
        this.recordingChannelType = recordingChannelType;
    }

    public @Nullable RecordingFormatType getRecordingFormatType() {
        return recordingFormatType;
    }

    public void setRecordingFormatType(@Nullable RecordingFormatType recordingFormatType) {
        this.recordingFormatType = recordingFormatType;
    }

    public @Nullable String getAudioChannelParticipantOrdering() {
        return audioChannelParticipantOrdering;
    }

    public void setAudioChannelParticipantOrdering(@Nullable String audioChannelParticipantOrdering) {
        this.audioChannelParticipantOrdering = audioChannelParticipantOrdering;
    }

    public @Nullable Boolean getPauseOnStart() {
        return pauseOnStart;
    }

    public void setPauseOnStart(@Nullable Boolean pauseOnStart) {
        this.pauseOnStart = pauseOnStart;
    }

    public @Nullable String getRecordingStateCallbackUri() {
        return recordingStateCallbackUri;
    }

    public void setRecordingStateCallbackUri(@Nullable String recordingStateCallbackUri) {
        this.recordingStateCallbackUri = recordingStateCallbackUri;
    }

    public @Nullable String getRecordingDestinationContainerUrl() {
        return recordingDestinationContainerUrl;
    }

    public void setRecordingDestinationContainerUrl(@Nullable String recordingDestinationContainerUrl) {
        this.recordingDestinationContainerUrl = recordingDestinationContainerUrl;
    }

    public @Nullable String getContentLocation() {
        return contentLocation;
    }

    public void setContentLocation(@Nullable String contentLocation) {
        this.contentLocation = contentLocation;
    }

    public @Nullable String getMetadataLocation() {
        return metadataLocation;
    }

    public void setMetadataLocation(@Nullable String metadataLocation) {
        this.metadataLocation = metadataLocation;
    }

    public @Nullable String getDeleteLocation() {
        return deleteLocation;
    }

    public void setDeleteLocation(@Nullable String deleteLocation) {
        this.deleteLocation = deleteLocation;
    }

    public RecordingDocument getRecordingDocument() {
        return recordingDocument;
    }

    public void setRecordingDocument(RecordingDocument recordingDocument) {
        this.recordingDocument = recordingDocument;
    }

    public @Nullable Long getDownloadOffset() {
        return downloadOffset;
    }

    public void setDownloadOffset(@Nullable Long downloadOffset) {
        this.downloadOffset = downloadOffset;
    }

    public @Nullable Long getDownloadLength() {
        return downloadLength;
    }

    public void setDownloadLength(@Nullable Long downloadLength) {
        this.downloadLength = downloadLength;
    }

    public boolean isRequestFromBody() {
        return requestFromBody;
    }

    public void setRequestFromBody(boolean requestFromBody) {
        this.requestFromBody = requestFromBody;
    }

    public boolean isAwaitCompletion() {
        return awaitCompletion;
    }

    public void setAwaitCompletion(boolean awaitCompletion) {
        this.awaitCompletion = awaitCompletion;
    }

    public @Nullable Duration getCompletionTimeout() {
        return completionTimeout;
    }

    public void setCompletionTimeout(@Nullable Duration completionTimeout) {
        this.completionTimeout = completionTimeout;
    }

    public boolean isCancelOnTimeout() {
        return cancelOnTimeout;
    }

    public void setCancelOnTimeout(boolean cancelOnTimeout) {
        this.cancelOnTimeout = cancelOnTimeout;
    }

    public @Nullable String getContextHeaders() {
        return contextHeaders;
    }

    public void setContextHeaders(@Nullable String contextHeaders) {
        this.contextHeaders = contextHeaders;
    }

    public @Nullable String getConnectionString() {
        return connectionString;
    }

    public void setConnectionString(@Nullable String connectionString) {
        this.connectionString = connectionString;
    }

    public @Nullable String getEndpoint() {
        return endpoint;
    }

    public void setEndpoint(@Nullable String endpoint) {
        this.endpoint = endpoint;
    }

    public @Nullable String getAccessKey() {
        return accessKey;
    }

    public void setAccessKey(@Nullable String accessKey) {
        this.accessKey = accessKey;
    }

    public @Nullable CredentialType getCredentialType() {
        return credentialType;
    }

    public void setCredentialType(@Nullable CredentialType credentialType) {
        this.credentialType = credentialType;
    }

    public @Nullable String getTenantId() {
        return tenantId;
    }

    public void setTenantId(@Nullable String tenantId) {
        this.tenantId = tenantId;
    }

    public @Nullable String getClientId() {
        return clientId;
    }

    public void setClientId(@Nullable String clientId) {
        this.clientId = clientId;
    }

    public @Nullable String getClientSecret() {
        return clientSecret;
    }

    public void setClientSecret(@Nullable String clientSecret) {
        this.clientSecret = clientSecret;
    }

    public @Nullable Object getTokenCredential() {
        return tokenCredential;
    }

    public void setTokenCredential(@Nullable Object tokenCredential) {
        this.tokenCredential = tokenCredential;
    }

    public long getConnectTimeout() {
        return connectTimeout;
    }

    public void setConnectTimeout(long connectTimeout) {
        this.connectTimeout = connectTimeout;
    }

    public long getResponseTimeout() {
        return responseTimeout;
    }

    public void setResponseTimeout(long responseTimeout) {
        this.responseTimeout = responseTimeout;
    }

    public long getOperationTimeout() {
        return operationTimeout;
    }

    public void setOperationTimeout(long operationTimeout) {
        this.operationTimeout = operationTimeout;
    }

    public @Nullable String getProxyHost() {
        return proxyHost;
    }

    public void setProxyHost(@Nullable String proxyHost) {
        this.proxyHost = proxyHost;
    }

    public @Nullable Integer getProxyPort() {
        return proxyPort;
    }

    public void setProxyPort(@Nullable Integer proxyPort) {
        this.proxyPort = proxyPort;
    }

    public @Nullable String getProxyUsername() {
        return proxyUsername;
    }

    public void setProxyUsername(@Nullable String proxyUsername) {
        this.proxyUsername = proxyUsername;
    }

    public @Nullable String getProxyPassword() {
        return proxyPassword;
    }

    public void setProxyPassword(@Nullable String proxyPassword) {
        this.proxyPassword = proxyPassword;
    }

    public @Nullable String getNonProxyHosts() {
        return nonProxyHosts;
    }

    public void setNonProxyHosts(@Nullable String nonProxyHosts) {
        this.nonProxyHosts = nonProxyHosts;
    }

    public int getMaxRetries() {
        return maxRetries;
    }

    public void setMaxRetries(int maxRetries) {
        this.maxRetries = maxRetries;
    }

    public long getRetryDelay() {
        return retryDelay;
    }

    public void setRetryDelay(long retryDelay) {
        this.retryDelay = retryDelay;
    }

    public long getMaxRetryDelay() {
        return maxRetryDelay;
    }

    public void setMaxRetryDelay(long maxRetryDelay) {
        this.maxRetryDelay = maxRetryDelay;
    }

    public int getConnectionPoolSize() {
        return connectionPoolSize;
    }

    public void setConnectionPoolSize(int connectionPoolSize) {
        this.connectionPoolSize = connectionPoolSize;
    }

    public boolean isContinueOnEventLoop() {
        return continueOnEventLoop;
    }

    public void setContinueOnEventLoop(boolean continueOnEventLoop) {
        this.continueOnEventLoop = continueOnEventLoop;
    }

    public @Nullable SSLContextParameters getSslContextParameters() {
        return sslContextParameters;
    }

    public void setSslContextParameters(@Nullable SSLContextParameters sslContextParameters) {
        this.sslContextParameters = sslContextParameters;
    }

    public @Nullable WebClient getWebClient() {
        return webClient;
    }

    public void setWebClient(@Nullable WebClient webClient) {
        this.webClient = webClient;
    }

    public CallbackAuthentication getCallbackAuthentication() {
        return callbackAuthentication;
    }

    public void setCallbackAuthentication(CallbackAuthentication callbackAuthentication) {
        this.callbackAuthentication = callbackAuthentication;
    }

    public @Nullable String getResourceId() {
        return resourceId;
    }

    public void setResourceId(@Nullable String resourceId) {
        this.resourceId = resourceId;
    }

    public String getCallbackIssuer() {
        return callbackIssuer;
    }

    public void setCallbackIssuer(String callbackIssuer) {
        this.callbackIssuer = callbackIssuer;
    }

    public long getClockSkew() {
        return clockSkew;
    }

    public void setClockSkew(long clockSkew) {
        this.clockSkew = clockSkew;
    }

    public @Nullable String getCallbackSecret() {
        return callbackSecret;
    }

    public void setCallbackSecret(@Nullable String callbackSecret) {
        this.callbackSecret = callbackSecret;
    }

    public @Nullable String getEventGridSecret() {
        return eventGridSecret;
    }

    public void setEventGridSecret(@Nullable String eventGridSecret) {
        this.eventGridSecret = eventGridSecret;
    }

    public @Nullable String getEventGridTenantId() {
        return eventGridTenantId;
    }

    public void setEventGridTenantId(@Nullable String eventGridTenantId) {
        this.eventGridTenantId = eventGridTenantId;
    }

    public @Nullable String getEventGridAudience() {
        return eventGridAudience;
    }

    public void setEventGridAudience(@Nullable String eventGridAudience) {
        this.eventGridAudience = eventGridAudience;
    }

    public String getEventGridAppId() {
        return eventGridAppId;
    }

    public void setEventGridAppId(String eventGridAppId) {
        this.eventGridAppId = eventGridAppId;
    }

    public String getEventGridIssuer() {
        return eventGridIssuer;
    }

    public void setEventGridIssuer(String eventGridIssuer) {
        this.eventGridIssuer = eventGridIssuer;
    }

    public @Nullable String getEventGridAllowedSubscriptions() {
        return eventGridAllowedSubscriptions;
    }

    public void setEventGridAllowedSubscriptions(@Nullable String eventGridAllowedSubscriptions) {
        this.eventGridAllowedSubscriptions = eventGridAllowedSubscriptions;
    }

    public String getEventGridAllowedOrigins() {
        return eventGridAllowedOrigins;
    }

    public void setEventGridAllowedOrigins(String eventGridAllowedOrigins) {
        this.eventGridAllowedOrigins = eventGridAllowedOrigins;
    }

    public boolean isMaskIdentifiers() {
        return maskIdentifiers;
    }

    public void setMaskIdentifiers(boolean maskIdentifiers) {
        this.maskIdentifiers = maskIdentifiers;
    }
}
