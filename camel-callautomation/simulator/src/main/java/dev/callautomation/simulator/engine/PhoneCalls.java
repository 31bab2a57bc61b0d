package dev.callautomation.simulator.engine;

import dev.callautomation.simulator.model.CustomContext;
import dev.callautomation.simulator.model.Identifier;
import dev.callautomation.simulator.model.PhoneBehaviour;

/** A phone dials. A number nobody has said anything about is taken to be the application's. */
public record PhoneCalls(Identifier from, Identifier to, String displayName, CustomContext customContext)
        implements Command<String> {

    /** Returns the id of the call, which is the connection id an answering application gets. */
    @Override
    public String run(Desk desk) {
        if (from.equals(to)) {
            throw ServiceError.invalid("A phone cannot call itself: give another number in to.");
        }
        if (!desk.phones().knows(to)) {
            desk.phones().set(to, PhoneBehaviour.APPLICATION, null);
        }
        String id = desk.ids().guid();
        Call call = Call.begin(desk, id).joinedBy(Party.phone(from));
        Ring ring = Ring.of(
                desk.ids().guid(),
                new Dialling(),
                to,
                from,
                displayName == null ? from.label() : displayName,
                customContext,
                desk.settings().ringTimeout());
        desk.save(Ringing.start(desk, call, ring, id));
        return id;
    }
}
