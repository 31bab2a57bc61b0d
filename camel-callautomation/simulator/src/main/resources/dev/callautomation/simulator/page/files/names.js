// The names that faults can have.

export const OPERATIONS = [
  'addParticipant', 'answerCall', 'cancelAddParticipant', 'cancelAllMediaOperations', 'connect', 'createCall',
  'getCall', 'getParticipant', 'getParticipants', 'getRecordingProperties', 'hangupCall', 'hold', 'moveParticipants',
  'mute', 'pauseRecording', 'play', 'recognize', 'redirectCall', 'rejectCall', 'removeParticipant',
  'resumeRecording', 'sendDtmfTones', 'startContinuousDtmfRecognition', 'startMediaStreaming', 'startRecording',
  'startTranscription', 'stopContinuousDtmfRecognition', 'stopMediaStreaming', 'stopRecording', 'stopTranscription',
  'terminateCall', 'transferToParticipant', 'unhold', 'updateTranscription',
];

export const EVENTS = [
  'AddParticipantFailed', 'AddParticipantSucceeded', 'AnswerFailed', 'CallConnected', 'CallDisconnected',
  'CallEnded', 'CallParticipantAdded', 'CallParticipantRemoved', 'CallStarted', 'CallTransferAccepted',
  'CallTransferFailed', 'CancelAddParticipantFailed', 'CancelAddParticipantSucceeded', 'ConnectFailed',
  'ContinuousDtmfRecognitionStopped', 'ContinuousDtmfRecognitionToneFailed', 'ContinuousDtmfRecognitionToneReceived',
  'CreateCallFailed', 'HoldFailed', 'IncomingCall', 'MediaStreamingFailed', 'MediaStreamingStarted',
  'MediaStreamingStopped', 'MoveParticipantFailed', 'MoveParticipantSucceeded', 'ParticipantsUpdated',
  'PlayCanceled', 'PlayCompleted', 'PlayFailed', 'PlayStarted', 'RecognizeCanceled', 'RecognizeCompleted',
  'RecognizeFailed', 'RecordingFileStatusUpdated', 'RecordingStateChanged', 'RemoveParticipantFailed',
  'RemoveParticipantSucceeded', 'SendDtmfTonesCompleted', 'SendDtmfTonesFailed', 'StartRecordingFailed',
  'TranscriptionFailed', 'TranscriptionStarted', 'TranscriptionStopped', 'TranscriptionUpdated',
];
