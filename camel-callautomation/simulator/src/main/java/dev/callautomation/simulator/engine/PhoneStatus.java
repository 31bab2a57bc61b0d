package dev.callautomation.simulator.engine;

import java.util.List;

/** A phone's setting and the ids of the calls it rings in and takes part in. */
public record PhoneStatus(PhoneSetting setting, List<String> ringingIn, List<String> connectedIn) {}
