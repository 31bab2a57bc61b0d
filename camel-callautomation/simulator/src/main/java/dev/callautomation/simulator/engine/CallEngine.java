package dev.callautomation.simulator.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The exchange. Not thread-safe: it has one writer, which also carries out the effects. */
public final class CallEngine {

    private final Calls calls = new Calls();
    private final EngineSettings settings;
    private final PhoneBook phones;
    private final Ids ids = new Ids();

    public CallEngine(EngineSettings settings) {
        this.settings = settings;
        this.phones = new PhoneBook(settings.ring());
    }

    /** Runs a command; a {@link ServiceError} leaves everything as it was. */
    public <R> Outcome<R> run(Command<R> command, Instant now) {
        Desk desk = new Desk(calls, phones, settings, ids, now);
        R result = command.run(desk);
        phones.heard(desk.heard());
        List<String> forgotten = new ArrayList<>();
        List<Effect> effects = new ArrayList<>(desk.effects());
        for (Call call : desk.changes()) {
            Call before = calls.byId(call.id()).orElse(null);
            effects.addAll(CallNotices.of(before, call, now));
            effects.addAll(PhoneActs.ofConnected(before, call, phones));
            forgotten.addAll(calls.store(call));
        }
        return new Outcome<>(result, effects, forgotten);
    }

    /** Looks without changing anything. */
    public Directory directory() {
        return new Directory(calls, phones);
    }

    /** Forgets all calls and behaviours. */
    public void reset() {
        calls.clear();
        phones.clear();
    }
}
