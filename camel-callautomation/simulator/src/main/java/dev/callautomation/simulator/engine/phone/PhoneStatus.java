package dev.callautomation.simulator.engine.phone;

import java.util.List;

import dev.callautomation.simulator.model.Heard;

/**
 * A phone's setting and what goes on at it.
 *
 * @param ringingIn ids of the calls it rings in
 * @param connectedIn ids of the calls it takes part in
 * @param heldIn ids of the calls it is on hold in
 * @param heard what it heard last
 */
public record PhoneStatus(
        PhoneSetting setting,
        List<String> ringingIn,
        List<String> connectedIn,
        List<String> heldIn,
        List<Heard> heard) {}
