package dev.callautomation.simulator.streaming;

import com.fasterxml.jackson.databind.JsonNode;

import dev.callautomation.simulator.engine.sound.SoundEvent;
import dev.callautomation.simulator.engine.stream.StreamSetup;

/** What goes through a connection while it is open. Thread-safe; never calls the engine while it holds a lock. */
interface StreamFeed {

    /** The connection is there. */
    void begin();

    /** Something can be heard in the call. */
    void hears(SoundEvent soundEvent);

    /** The application sent something. */
    void received(JsonNode frame);

    /** Another setup applies from now on. */
    void changed(StreamSetup setup);

    /** The connection is gone, or about to be closed. */
    void end();
}
