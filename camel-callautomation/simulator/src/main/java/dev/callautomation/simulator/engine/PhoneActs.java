package dev.callautomation.simulator.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

import dev.callautomation.simulator.engine.media.Tone;
import dev.callautomation.simulator.engine.media.Utterance;
import dev.callautomation.simulator.model.Identifier;
import dev.callautomation.simulator.model.Reaction;

/** The time of a phone's reaction has come. Nothing happens when it is not in that call any more. */
record PhoneActs(String callId, Identifier phone, Reaction reaction) implements Command<Void> {

    private static final Map<Reaction.Deed, BiFunction<Identifier, String, Command<String>>> DEEDS = Map.of(
            Reaction.Deed.PRESS, (phone, keys) -> new PhonePresses(phone, Tone.sequence(keys)),
            Reaction.Deed.SAY, (phone, text) -> new PhoneSays(phone, new Utterance(text, Utterance.CLEAR)),
            Reaction.Deed.HANG_UP, (phone, nothing) -> new PhoneHangsUp(phone));

    /** What a reaction does; throws when it names keys that there are not. */
    static Command<String> deed(Identifier phone, Reaction reaction) {
        return DEEDS.get(reaction.deed()).apply(phone, reaction.what());
    }

    /** Timers for what phones do by themselves now that they are connected. */
    static List<Effect> ofConnected(Call before, Call after, PhoneBook phones) {
        List<Effect> timers = new ArrayList<>();
        if (after.connectedAt() != null && !after.over()) {
            after.parties().stream()
                    .filter(Party::isPhone)
                    .map(Party::identifier)
                    .filter(phone -> before == null
                            || before.connectedAt() == null
                            || before.party(phone).isEmpty())
                    .forEach(phone -> phones.scriptOf(phone).stream()
                            .filter(Reaction::isSetOffByConnecting)
                            .forEach(reaction -> timers.add(timer(after, phone, reaction))));
        }
        return timers;
    }

    static Effect timer(Call call, Identifier phone, Reaction reaction) {
        return new Effect.Wake(call.id(), reaction.after(), new PhoneActs(call.id(), phone, reaction));
    }

    @Override
    public Void run(Desk desk) {
        boolean there = desk.findCall(callId)
                .flatMap(call -> call.party(phone))
                .filter(Party::isPhone)
                .isPresent();
        if (there) {
            deed(phone, reaction).run(desk);
        }
        return null;
    }
}
