package dev.callautomation.camel.operation;

/**
 * What an operation can be given. Each constant is spelled as its endpoint option; the header of the same meaning is
 * {@code CamelCallAutomation} and the option's name.
 */
public enum Input {
    callConnectionId("the id of the call connection, which events and operations that start a call put there"),
    incomingCallContext("the incomingCallContext of the IncomingCall event, as it came"),
    serverCallId("the server call id of the call"),
    groupCallId("the id of the group call"),
    roomId("the id of the room that the call takes place in"),
    target("a phone number such as +14255550100 or a raw id such as 8:acs:<resource id>_<user id>"),
    transferee("the party to transfer: a phone number such as +14255550100 or a raw id"),
    fromCall("the call connection id of the call to move parties from"),
    invitationId("the invitation's id, which addParticipant puts there"),
    sourceCallerIdNumber("a phone number of your resource, such as +14255550100, which the called phone shows"),
    sourceDisplayName("the name shown to whoever is called"),
    operationContext("a text of at most 5,000 characters"),
    callRejectReason("none, busy or forbidden"),
    invitationTimeoutInSeconds("a number from 0 to 180"),
    voipHeaders("at most 1,000 names with values"),
    sipHeaders("User-To-User and at most 5 names that start with X-MS-Custom- or X-, with values"),
    userToUser("a User-To-User value"),
    forEveryone("true or false"),
    text("what is to be said"),
    file("the https URL of a recording"),
    ssml("a document in the Speech Synthesis Markup Language"),
    voice("the name of a voice, such as en-US-NancyNeural"),
    voiceKind("male or female"),
    locale("a language, such as en-US"),
    customVoiceEndpointId("the endpoint id of a custom voice"),
    playSourceCacheId("a name under which the service keeps the prepared sound"),
    loop("true or false"),
    interruptCallMediaOperation("true or false"),
    recognizeInputType("dtmf, speech, speechOrDtmf or choices"),
    choices("choices with commas between them, each as label:phrase|other phrase:tone"),
    maxTones("a number from 1 on"),
    stopTones("tones, such as # or pound"),
    interToneTimeout("a duration from 1s to 60s"),
    initialSilenceTimeout("a duration from 0s to 300s, or to 20s for speech and choices"),
    endSilenceTimeout("a duration from 1ms on"),
    interruptPrompt("true or false"),
    speechLanguage("a language, such as en-US"),
    speechModelEndpointId("the endpoint id of a custom speech model"),
    tones("tones, such as 1234# or one,two,pound"),
    teamsPhoneCallDetails("TeamsPhoneCallDetails, or a map or JSON tree of its members"),
    recordingId("the id of the recording, which startRecording and events of recordings put there"),
    recordingContentType("audio or audioVideo"),
    recordingChannelType("mixed or unmixed"),
    recordingFormatType("wav, mp3 or mp4"),
    audioChannelParticipantOrdering("phone numbers or raw ids, the first for channel 0"),
    pauseOnStart("true or false"),
    contentLocation("the contentLocation of a chunk of RecordingFileStatusUpdated"),
    metadataLocation("the metadataLocation of a chunk of RecordingFileStatusUpdated"),
    deleteLocation("the deleteLocation of a chunk of RecordingFileStatusUpdated"),
    document("content or metadata"),
    offset("a number from 0 on"),
    length("a number from 1 on"),
    // these say where events and media go and who calls: an operator's decision, so no header can change them
    callbackUri("the public https URL that leads to this component", false),
    operationCallbackUri("an https URL", false),
    // after callbackUri, whose place it takes where both are given
    recordingStateCallbackUri("an https URL", false),
    recordingDestinationContainerUrl("the https URL of a container in Azure Blob Storage", false),
    source("a communication user, 8:acs:<resource id>_<user id>", false),
    teamsAppSource("a Teams resource account, 28:orgid:<app id>", false),
    answeredBy("a communication user, 8:acs:<resource id>_<user id>", false),
    cognitiveServicesEndpoint("the endpoint of an Azure AI services resource, https://...", false),
    mediaStreamingUrl("the URL of a WebSocket, wss://...", false),
    transcriptionUrl("the URL of a WebSocket, wss://...", false),
    audioChannelType("mixed or unmixed", false),
    audioFormat("pcm16KMono or pcm24KMono", false),
    startMediaStreaming("true or false", false),
    enableBidirectional("true or false", false),
    enableDtmfTones("true or false", false),
    startTranscription("true or false", false),
    enableIntermediateResults("true or false", false);

    private final String expects;
    private final boolean fromHeader;

    Input(String expects) {
        this(expects, true);
    }

    Input(String expects, boolean fromHeader) {
        this.expects = expects;
        this.fromHeader = fromHeader;
    }

    /** Whether a header can give it. */
    public boolean fromHeader() {
        return fromHeader;
    }

    /** Whether it is a span of time, in Camel's ways of writing one; the API has numbers in a unit of its own. */
    boolean isDuration() {
        return name().endsWith("Timeout");
    }

    /** The name of the header, whether or not it can be given by one. */
    public String header() {
        return "CamelCallAutomation" + Character.toUpperCase(name().charAt(0)) + name().substring(1);
    }

    /** How to give it, for the end of an error message. */
    String howToGive() {
        String header = fromHeader ? " or the header " + header() : "";
        return "set the option " + name() + header + " to " + expects;
    }
}
