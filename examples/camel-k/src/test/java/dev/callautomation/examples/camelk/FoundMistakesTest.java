package dev.callautomation.examples.camelk;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.callautomation.examples.manifests.Manifest;
import dev.callautomation.examples.manifests.ManifestCheck;
import dev.callautomation.examples.manifests.Problem;

import static org.assertj.core.api.Assertions.assertThat;

/** Mistakes that schemas do not find, each with a part of its message. */
class FoundMistakesTest {

    private static final String INTEGRATION = "contact-center.integration.yaml";
    private static final String PIPE = "on-call.pipe.yaml";
    private static final String SETTINGS = "settings.yaml";

    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', textBlock = """
            to: direct:log-call | to: drect:log-call | /to: Camel has no component with the scheme drect; write direct
            'to: direct:log-call' | 'to: lgo:log-call' | Camel has no component with the scheme lgo; write log
            uri: direct:log-call | uri: direct:log-cal | no route begins with direct:log-call; write direct:log-cal
            type: AddParticipantFailed | type: AddParticpantFailed | /parameters/type: unknown event type AddParticpantFailed; write AddParticipantFailed
            'type: CallTransferAccepted' | 'type: "*Acepted"' | unknown event type *Acepted
            id: log-call | id: joined | /route/id: another route has the id joined
            camel:salesforce | camel:sql | add camel:salesforce: the scheme salesforce needs it
            camel:http | camel:sql | add camel:http: the scheme https needs it
            camel:groovy | camel:sql | add camel:groovy: the language groovy needs it
            camel:jackson | camel:sql | add camel:jackson: the data format json needs it
            mvn:dev.callautomation:camel-callautomation: | mvn:dev.callautomation:camel-calautomation: | there is no such artifact for Camel K; write camel-callautomation
            '- secret:call-automation\n' | '\n' | no mounted file has the property camel.component.callautomation.connectionString
            '- configmap:contact-center\n' | '\n' | no mounted file has the property camel.component.callautomation.callbackUri
            '- secret:call-automation\n' | '\n' | no mounted file has the property camel.component.callautomation.eventGridSecret
            host: contact-center.example.com | ingressClassName: nginx | /traits/ingress: add host
            tlsSecretName: contact-center-tls | ingressClassName: nginx | /traits/ingress: add tlsSecretName
            '- /callautomation/events' | '- /callautomation/event' | /ingress/paths: no path is that of the callbacks; write /callautomation/events
            'health:\n      enabled: true' | 'health:\n      enabled: false' | /traits/health/enabled: write true
            requestMemory: 256Mi | requestMemory: 1Gi | /container/requestMemory: it is greater than the limit; write 512Mi or less
            """)
    void inAnIntegration(String before, String after, String message) {
        assertFound(INTEGRATION, before, after, message);
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', textBlock = """
            name: callautomation-incoming-call-source | name: callautomation-answer-action | /source/ref/name: this Kamelet is of type action; write one of type source
            name: callautomation-incoming-call-source | name: callautomation-hang-up-sink | this Kamelet is of type sink; write one of type source
            name: callautomation-redirect-sink | name: callautomation-incoming-call-source | this Kamelet is of type source; write one of type sink
            'sink:\n    ref:\n      kind: Kamelet' | 'sink:\n    ref:\n      kind: Kamlet' | /sink/ref/kind: there is no such kind; write Kamelet
            'apiVersion: camel.apache.org/v1\n      name: callautomation-redirect-sink' | 'apiVersion: camel.apache.org/v2\n      name: callautomation-redirect-sink' | /sink/ref/apiVersion: Kamelets are of another version; write camel.apache.org/v1
            name: callautomation-redirect-sink | 'name: callautomation-redirect-sink\n    properties:\n      target: +18005550199' | /sink/properties/target: write a text, in quotes
            name: callautomation-redirect-sink | 'name: callautomation-redirect-sink\n    properties:\n      target: true' | /sink/properties/target: write a text, in quotes
            name: tickets-action | 'name: tickets-action\n      properties:\n        user: "{{service-now.user}}"' | mount camel.kamelet.tickets-action.user instead
            name: callautomation-incoming-call-source | 'name: callautomation-event-source\n    properties:\n      type: CallConected' | /source/properties/type: unknown event type CallConected; write CallConnected
            name: callautomation-incoming-call-source | 'name: callautomation-incoming-call-source\n    properties:\n      from: "*"\n    dataTypes:\n      out:\n        format: application-jsn' | /dataTypes/out/format: the Kamelet has no such data type; write application-json
            name: callautomation-incoming-call-source | 'name: callautomation-incoming-call-source\n    properties:\n      from: "*"\n    dataTypes:\n      out:\n        scheme: callautomation\n        format: xml' | /dataTypes/out/format: the Kamelet has no such data type
            camel-callautomation-kamelets | camel-callautomation | add mvn:dev.callautomation:camel-callautomation-kamelets:VERSION
            camel:bean | camel:sql | add camel:bean: the Kamelet
            '- secret:call-automation\n' | '\n' | no mounted file has the property camel.component.callautomation.connectionString
            '- secret:call-automation\n' | '\n' | no mounted file has the property camel.component.callautomation.eventGridSecret
            """)
    void inAPipe(String before, String after, String message) {
        assertFound(PIPE, before, after, message);
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', textBlock = """
            call-automation.properties | call-automation.txt | the entry call-automation.txt is no file of properties; write call-automation.properties
            callbackUri = https://contact-center.example.com | callbackUri = http://contact-center.example.com | callbackUri: the service delivers events to https only; write https://contact-center.example.com
            callbackUri = https://contact-center.example.com | callbackUri = https://contact.example.com | callbackUri: the host of the Ingress is another; write https://contact-center.example.com
            callbackUri = https://contact-center.example.com | callbackUri = contact-center.example.com | callbackUri: write https:// and the host, contact-center.example.com
            camel.kamelet.tickets-action.description = Redirected a call of | camel.kamelet.callautomation-event-source.type = CallConected | callautomation-event-source.type: unknown event type CallConected; write CallConnected
            name: service-now | name: salesforce | another Secret has the name salesforce
            """)
    void inSettings(String before, String after, String message) {
        assertFound(SETTINGS, before, after, message);
    }

    /** The Kamelets of this project resolve placeholders themselves. */
    @Test
    void aPlaceholderInAPipeIsNoMistake() {
        String sink = "name: callautomation-redirect-sink";
        String target = "\n    properties:\n      target: \"{{service-now.user}}\"";

        assertThat(new ManifestCheck().check(Manifest.changed(Example.FOLDER, PIPE, sink, sink + target)))
                .isEmpty();
    }

    private static void assertFound(String file, String before, String after, String message) {
        List<Manifest> changed = Manifest.changed(Example.FOLDER, file, before, after);

        assertThat(new ManifestCheck().check(changed))
                .extracting(Problem::toString)
                .anySatisfy(problem -> assertThat(problem)
                        .startsWith(file.equals(SETTINGS) ? "" : file)
                        .contains(message));
    }
}
