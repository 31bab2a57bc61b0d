package dev.callautomation.simulator.engine.command.phone;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

import dev.callautomation.simulator.engine.call.Call;
import dev.callautomation.simulator.engine.call.Command;
import dev.callautomation.simulator.engine.call.CommandContext;
import dev.callautomation.simulator.engine.call.Party;
import dev.callautomation.simulator.engine.call.ScheduledCommand;
import dev.callautomation.simulator.engine.media.Tone;
import dev.callautomation.simulator.engine.media.Utterance;
import dev.callautomation.simulator.engine.phone.PhoneRegistry;
import dev.callautomation.simulator.model.Heard;
import dev.callautomation.simulator.model.Identifier;
import dev.callautomation.simulator.model.Reaction;

/** The time of a phone's reaction has come. Nothing happens when it is not in that call any more. */
public record ScriptedReaction(String callId, Identifier phone, Reaction reaction) implements Command<Void> {

    private static final Map<Reaction.Action, BiFunction<Identifier, String, Command<String>>> ACTIONS = Map.of(
            Reaction.Action.PRESS, (phone, keys) -> new PhonePresses(phone, Tone.sequence(keys)),
            Reaction.Action.SAY, (phone, text) -> new PhoneSays(phone, new Utterance(text, Utterance.CLEAR)),
            Reaction.Action.HANG_UP, (phone, nothing) -> new PhoneHangsUp(phone));

    /** What a reaction does; throws when it names keys that there are not. */
    static Command<String> action(Identifier phone, Reaction reaction) {
        return ACTIONS.get(reaction.action()).apply(phone, reaction.what());
    }

    /** Timers for what phones do by themselves now that they are connected. */
    public static List<ScheduledCommand> toConnection(Call before, Call after, PhoneRegistry phones) {
        List<ScheduledCommand> timers = new ArrayList<>();
        if (after.connectedAt() != null && !after.over()) {
            after.parties().stream()
                    .filter(Party::isPhone)
                    .map(Party::identifier)
                    .filter(phone -> before == null
                            || before.connectedAt() == null
                            || before.party(phone).isEmpty())
                    .forEach(phone -> phones.scriptOf(phone).stream()
                            .filter(Reaction::isTriggeredByConnecting)
                            .forEach(reaction -> timers.add(timer(after.id(), phone, reaction))));
        }
        return timers;
    }

    /** Timers for the reactions of phones to what they have just heard. */
    public static List<ScheduledCommand> toSounds(Map<Identifier, List<Heard>> heard, PhoneRegistry phones) {
        List<ScheduledCommand> timers = new ArrayList<>();
        heard.forEach((phone, sounds) -> sounds.forEach(sound -> phones.scriptOf(phone).stream()
                .filter(reaction -> reaction.isTriggeredBy(sound.what()))
                .forEach(reaction -> timers.add(timer(sound.callId(), phone, reaction)))));
        return timers;
    }

    private static ScheduledCommand timer(String callId, Identifier phone, Reaction reaction) {
        return new ScheduledCommand(callId, reaction.after(), new ScriptedReaction(callId, phone, reaction));
    }

    @Override
    public Void run(CommandContext context) {
        boolean there = context.findCall(callId)
                .flatMap(call -> call.party(phone))
                .filter(Party::isPhone)
                .isPresent();
        if (there) {
            action(phone, reaction).run(context);
        }
        return null;
    }
}
