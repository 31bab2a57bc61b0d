package dev.callautomation.camel;

import java.io.PrintWriter;
import java.io.StringWriter;

import org.apache.camel.FailedToCreateProducerException;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** URLs with a user and password are refused, and the message does not repeat them. */
class UserInformationTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "getCallProperties?accessKey=a2V5&endpoint=https://u:s3cret@a.example.com",
                "getCallProperties?accessKey=a2V5&endpoint=https://s3cret@a.example.com",
                "getCallProperties?accessKey=a2V5&endpoint=https://u:s3cret@under_score.example.com",
                "getCallProperties?accessKey=a2V5&endpoint=RAW(https://u:s3cret@a.example.com)",
                "getCallProperties?connectionString=RAW(endpoint=https://u:s3cret@a.example.com;accesskey=a2V5)",
                "createCall?target=8:acs:a_b&callbackUri=https://u:s3cret@a.example.com/x",
                "createCall?target=8:acs:a_b&callbackUri=https://u:s3cret@a.example.com",
                "createCall?target=8:acs:a_b&callbackUri=RAW(https://u:s3cret@a|b.example.com/x)",
                "transfer?target=8:acs:a_b&operationCallbackUri=https://u:s3cret@a.example.com/x",
                "play?file=https://u:s3cret@a.example.com/x.wav",
                "startRecording?serverCallId=s&recordingStateCallbackUri=https://u:s3cret@a.example.com/x",
                "startRecording?serverCallId=s&recordingDestinationContainerUrl=https://u:s3cret@a.example.com/x",
                "createCall?target=8:acs:a_b&mediaStreamingUrl=wss://u:s3cret@a.example.com/x",
                "createCall?target=8:acs:a_b&locale=en-US&transcriptionUrl=wss://u:s3cret@a.example.com/x",
                "createCall?target=8:acs:a_b&cognitiveServicesEndpoint=https://u:s3cret@a.example.com/",
                "downloadRecording?contentLocation=https://u:s3cret@a.asm.skype.com/x"
            })
    void aPasswordInAUrlIsRefused(String uri) throws Exception {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            CallAutomationComponent component = new CallAutomationComponent();
            component.getConfiguration().setConnectionString("endpoint=http://127.0.0.1:9/;accesskey=a2V5");
            component.getConfiguration().setCallbackUri("https://contact.example.com");
            component.getConfiguration().setMaxRetries(0);
            context.addComponent("callautomation", component);
            context.start();
            Throwable refused = refusal(context, uri);
            assertThat(refused).isNotNull();
            StringWriter trace = new StringWriter();
            refused.printStackTrace(new PrintWriter(trace));
            assertThat(trace.toString()).contains("IllegalArgumentException").doesNotContain("s3cret");
        }
    }

    /** Some URLs are needed by the producer, others by the operation. */
    private static Throwable refusal(DefaultCamelContext context, String uri) {
        try {
            return context.createProducerTemplate()
                    .request("callautomation:" + uri, exchange -> exchange.getMessage()
                            .setHeader(CallAutomationConstants.CALL_CONNECTION_ID, "c1"))
                    .getException();
        } catch (FailedToCreateProducerException e) {
            return e;
        }
    }
}
