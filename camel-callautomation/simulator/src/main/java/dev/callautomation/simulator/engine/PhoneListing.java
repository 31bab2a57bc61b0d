package dev.callautomation.simulator.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.callautomation.simulator.engine.call.Call;
import dev.callautomation.simulator.engine.call.Party;
import dev.callautomation.simulator.engine.call.Ring;
import dev.callautomation.simulator.engine.phone.PhoneRegistry;
import dev.callautomation.simulator.engine.phone.PhoneStatus;
import dev.callautomation.simulator.model.Identifier;

/** What phones do in calls. The time is linear in the calls, however many phones are listed. */
final class PhoneListing {

    private final PhoneRegistry phones;
    private final int limit;
    private final Map<Identifier, Presence> presences = new LinkedHashMap<>();

    private PhoneListing(PhoneRegistry phones, int limit) {
        this.phones = phones;
        this.limit = limit;
    }

    /** Ids of the calls of one phone. */
    private record Presence(List<String> ringing, List<String> connected, List<String> held) {}

    /** The first configured phones, those of the newest calls and the last that heard something; of each the first calls. */
    static Map<Identifier, PhoneStatus> of(PhoneRegistry phones, List<Call> calls, int limit) {
        PhoneListing listing = new PhoneListing(phones, limit);
        phones.all().keySet().stream().limit(limit).forEach(listing::list);
        for (Call call : last(calls, limit)) {
            call.parties().forEach(party -> listing.list(party.identifier()));
            call.rings().forEach(ring -> listing.list(ring.target()));
        }
        last(phones.listeners(), limit).forEach(listing::list);
        calls.forEach(listing::read);
        Map<Identifier, PhoneStatus> statuses = new LinkedHashMap<>();
        listing.presences.keySet().forEach(phone -> statuses.put(phone, listing.status(phone)));
        return statuses;
    }

    /** One phone, in all calls. */
    static PhoneStatus of(PhoneRegistry phones, List<Call> calls, Identifier phone) {
        PhoneListing listing = new PhoneListing(phones, Integer.MAX_VALUE);
        listing.list(phone);
        calls.forEach(listing::read);
        return listing.status(phone);
    }

    static <T> List<T> last(List<T> list, int limit) {
        return list.subList(Math.max(0, list.size() - limit), list.size());
    }

    private void list(Identifier phone) {
        presences.computeIfAbsent(phone, any -> new Presence(new ArrayList<>(), new ArrayList<>(), new ArrayList<>()));
    }

    private void read(Call call) {
        for (Ring ring : call.rings()) {
            Presence presence = presences.get(ring.target());
            if (presence != null) {
                add(presence.ringing(), call);
            }
        }
        for (Party party : call.parties()) {
            Presence presence = presences.get(party.identifier());
            if (presence != null) {
                add(presence.connected(), call);
                if (party.onHold()) {
                    add(presence.held(), call);
                }
            }
        }
    }

    private void add(List<String> ids, Call call) {
        if (ids.size() < limit) {
            ids.add(call.id());
        }
    }

    private PhoneStatus status(Identifier phone) {
        Presence presence = presences.get(phone);
        return new PhoneStatus(
                phones.of(phone),
                List.copyOf(presence.ringing()),
                List.copyOf(presence.connected()),
                List.copyOf(presence.held()),
                phones.heardBy(phone));
    }
}
