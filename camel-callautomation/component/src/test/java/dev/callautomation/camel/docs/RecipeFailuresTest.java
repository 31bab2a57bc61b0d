package dev.callautomation.camel.docs;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.callautomation.camel.docs.Page.Snippet;
import dev.callautomation.camel.docs.RecipeRoutes.Endpoint;

import static org.assertj.core.api.Assertions.assertThat;

/** What applies to the routes of every recipe: they take their own events only, and a failure leaves no caller in silence. */
class RecipeFailuresTest {

    /** Routes of events that have no operation context, and find their calls in a table or a file. */
    private static final Set<String> WITHOUT_CONTEXT = Set.of(
            "CallConnected,ParticipantsUpdated,RecognizeCompleted,RecognizeFailed,RecognizeCanceled,AddParticipantSucceeded,AddParticipantFailed,CallDisconnected",
            "ParticipantsUpdated",
            "CallDisconnected",
            "RecordingFileStatusUpdated");

    /** The event of a failed operation, which leaves a party waiting. */
    private static final Map<String, String> FAILURES = Map.of(
            "play", "PlayFailed",
            "recognize", "RecognizeFailed",
            "addParticipant", "AddParticipantFailed",
            "removeParticipant", "RemoveParticipantFailed",
            "transfer", "CallTransferFailed",
            "moveParticipants", "MoveParticipantFailed");

    /** The event after which a route continues. */
    private static final Map<String, String> COMPLETIONS = Map.of(
            "PlayCompleted", "PlayFailed",
            "RecognizeCompleted", "RecognizeFailed",
            "AddParticipantSucceeded", "AddParticipantFailed",
            "RemoveParticipantSucceeded", "RemoveParticipantFailed",
            "CallTransferAccepted", "CallTransferFailed",
            "MoveParticipantSucceeded", "MoveParticipantFailed");

    private static final Pattern HANG_UP = Pattern.compile("callautomation:hangUp|direct:\\w+-end|direct:card-resume");

    static Stream<Snippet> recipes() {
        return Page.RECIPE_PAGES.stream()
                .flatMap(page -> page.snippets("yaml").stream())
                .filter(snippet -> snippet.text().contains("callautomation:"));
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void aRecipeTakesItsOwnEventsOnly(Snippet recipe) {
        assertThat(new RecipeRoutes(recipe).consumers())
                .filteredOn(
                        consumer -> !WITHOUT_CONTEXT.contains(consumer.options().get("type")))
                .allSatisfy(consumer ->
                        assertThat(consumer.context()).as("%s", consumer).isNotBlank());
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void aFailureEndsTheCall(Snippet recipe) {
        RecipeRoutes routes = new RecipeRoutes(recipe);
        List<Object> handlers = routes.handlers("onException");
        if (handlers.isEmpty()) {
            handlers = routes.handlers("doCatch");
        } else {
            assertThat(handlers).asString().contains("java.lang.Exception");
        }
        assertThat(handlers)
                .anySatisfy(handler -> assertThat(String.valueOf(handler)).containsPattern(HANG_UP));
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void aRouteThatContinuesAfterAnEventTakesTheFailureToo(Snippet recipe) {
        List<Endpoint> consumers = new RecipeRoutes(recipe).consumers();
        COMPLETIONS.forEach((completion, failure) -> assertThat(consumers)
                .filteredOn(consumer -> consumer.types().contains(completion))
                .allSatisfy(consumer -> assertThat(consumers)
                        .as("%s of %s", failure, consumer)
                        .anyMatch(other -> other.takes(failure, consumer))));
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void theFailureOfAnOperationIsConsumed(Snippet recipe) {
        RecipeRoutes routes = new RecipeRoutes(recipe);
        assertThat(routes.operations())
                .filteredOn(operation -> FAILURES.containsKey(name(operation)))
                .filteredOn(operation -> !operation.options().containsKey("awaitCompletion"))
                .filteredOn(operation -> !isAnnouncement(operation))
                .allSatisfy(operation -> assertThat(routes.consumers())
                        .as("%s", operation)
                        .anyMatch(consumer -> consumer.takes(FAILURES.get(name(operation)), operation)));
    }

    /** Music, or words after which no step follows: without them the call is as it was. */
    private static boolean isAnnouncement(Endpoint operation) {
        String text = operation.options().getOrDefault("text", "");
        return operation.options().containsKey("loop")
                || text.equals("You are the moderator.")
                || text.equals("A caller has joined by phone.");
    }

    private static String name(Endpoint operation) {
        return operation.name().substring("callautomation:".length());
    }
}
