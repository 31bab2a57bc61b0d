package dev.callautomation.simulator.engine.recording;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import dev.callautomation.simulator.model.Identifier;

/** Gives participants their channels: those kept for them, then the free ones as they came. */
final class Channels {

    private Channels() {}

    static Map<Integer, Identifier> of(Map<Integer, Identifier> assigned, List<Identifier> participants) {
        Map<Integer, Identifier> channels = new TreeMap<>(assigned);
        for (Identifier participant : participants) {
            if (!channels.containsValue(participant) && channels.size() < RecordingSettings.CHANNELS) {
                int free = 0;
                while (channels.containsKey(free)) {
                    free++;
                }
                channels.put(free, participant);
            }
        }
        return channels;
    }
}
