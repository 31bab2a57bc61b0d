package dev.callautomation.benchmark.operation;

import java.time.Duration;

import com.azure.communication.callautomation.CallAutomationAsyncClient;
import com.azure.communication.callautomation.CallAutomationClientBuilder;
import com.azure.communication.callautomation.CallConnectionAsync;
import com.azure.communication.callautomation.models.AddParticipantOptions;
import com.azure.communication.callautomation.models.CallInvite;
import com.azure.communication.callautomation.models.FileSource;
import com.azure.communication.callautomation.models.PlayToAllOptions;
import com.azure.communication.common.PhoneNumberIdentifier;
import com.azure.core.http.jdk.httpclient.JdkHttpClientBuilder;
import reactor.core.publisher.Mono;

import dev.callautomation.benchmark.process.Commands;

/** The official SDK on the JDK's HTTP client. Argument: port of the stub. */
final class SdkOperationMain {

    private final CallAutomationAsyncClient client;

    private SdkOperationMain(CallAutomationAsyncClient client) {
        this.client = client;
    }

    public static void main(String[] arguments) throws Exception {
        SdkOperationMain sdk = new SdkOperationMain(new CallAutomationClientBuilder()
                .connectionString(Requests.connectionString(arguments[0]))
                .httpClient(new JdkHttpClientBuilder().build())
                .buildAsyncClient());
        new OperationLoop(new Commands(), OperationLoop.NO_EVENTS, sdk::start).serve();
    }

    private void start(String call, long number, OperationLoop.Done done) {
        CallConnectionAsync connection = client.getCallConnectionAsync(call);
        Mono<?> operation;
        if (Requests.plays(number, false)) {
            FileSource file = new FileSource().setUrl(Requests.FILE);
            operation = connection.getCallMediaAsync().playToAllWithResponse(new PlayToAllOptions(file));
        } else {
            CallInvite invite = new CallInvite(
                    new PhoneNumberIdentifier(Requests.TARGET), new PhoneNumberIdentifier(Requests.SOURCE));
            operation = connection.addParticipantWithResponse(new AddParticipantOptions(invite)
                    .setInvitationTimeout(Duration.ofSeconds(Requests.INVITATION_SECONDS)));
        }
        operation.subscribe(response -> {}, done::ended, () -> done.ended(null));
    }
}
