package dev.callautomation.simulator.engine.command.media;

import java.time.Duration;
import java.util.List;

import dev.callautomation.simulator.engine.call.Call;
import dev.callautomation.simulator.engine.call.Command;
import dev.callautomation.simulator.engine.call.CommandContext;
import dev.callautomation.simulator.engine.media.Choice;
import dev.callautomation.simulator.engine.media.Listening;
import dev.callautomation.simulator.engine.media.Media;
import dev.callautomation.simulator.engine.media.OperationTag;
import dev.callautomation.simulator.engine.media.PlaySource;
import dev.callautomation.simulator.model.Identifier;

/**
 * An application asks a participant for input. At least one of tones, choices and endSilence is there.
 *
 * @param target may be {@code null} in a call of two: the other participant
 * @param tones {@code null} when tones are not collected
 * @param endSilence {@code null} when free speech is not listened to
 * @param interrupt cancel what is running and queued
 */
public record Recognize(
        String legId,
        Identifier target,
        List<PlaySource> prompt,
        boolean interruptPrompt,
        Duration initialSilence,
        Listening.Collecting tones,
        List<Choice> choices,
        Duration endSilence,
        boolean interrupt,
        OperationTag tag)
        implements Command<Void> {

    @Override
    public Void run(CommandContext context) {
        Call call = context.establishedCallOfLeg(legId);
        Identifier who = MediaRequests.target(call, legId, target);
        MediaRequests.checkSpeech(call.leg(legId), prompt);
        if (endSilence != null || !choices.isEmpty()) {
            MediaRequests.checkSpeech(call.leg(legId));
        }
        boolean group = call.parties().size() > 2;
        Listening listening = new Listening(who, group, interruptPrompt, initialSilence, tones, choices, endSilence);
        MediaRequests.queue(
                context, call, legId, Media.recognition(context.ids().guid(), tag, listening, prompt), interrupt);
        return null;
    }
}
