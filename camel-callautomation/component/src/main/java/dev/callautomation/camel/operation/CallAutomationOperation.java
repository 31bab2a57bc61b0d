package dev.callautomation.camel.operation;

/** What an endpoint does: {@code events} receives, all others are actions of a producer, named as the service names them. */
public enum CallAutomationOperation {
    events,
    createCall,
    connectCall,
    answerCall,
    rejectCall,
    redirectCall,
    transfer,
    addParticipant,
    cancelAddParticipant,
    removeParticipant,
    moveParticipants,
    muteParticipant,
    hangUp,
    getParticipant,
    listParticipants,
    getCallProperties,
    play,
    recognize,
    cancelAllMedia,
    startContinuousDtmf,
    stopContinuousDtmf,
    sendDtmfTones,
    hold,
    unhold,
    startTranscription,
    updateTranscription,
    stopTranscription,
    startMediaStreaming,
    stopMediaStreaming
}
