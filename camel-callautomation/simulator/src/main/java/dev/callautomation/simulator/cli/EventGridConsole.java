package dev.callautomation.simulator.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import dev.callautomation.simulator.model.SubscriptionStatus;

/** Prints when a subscription waits for its application, and when it has found it. */
final class EventGridConsole {

    private final PrintWriter out;
    private final Set<String> waiting = new HashSet<>();
    private List<String> early = new ArrayList<>();

    EventGridConsole(PrintWriter out) {
        this.out = out;
    }

    /** Prints what came before the line that says that the simulator is ready, which programs take for the first. */
    synchronized void ready() {
        List<String> lines = early;
        early = null;
        lines.forEach(this::print);
    }

    synchronized void changed(SubscriptionStatus status) {
        String address = status.subscription().address();
        switch (status.state()) {
            case PENDING -> {
                if (status.handshakes() > 0 && waiting.add(status.id())) {
                    print("Event Grid waits for " + address + ": " + status.reason());
                }
            }
            case ACTIVE -> {
                if (waiting.remove(status.id())) {
                    print("Event Grid delivers to " + address + " now.");
                }
            }
            case FAILED -> {
                if (waiting.remove(status.id())) {
                    print("Event Grid no longer waits for " + address + ": " + status.reason());
                }
            }
            case FAILING -> print("Event Grid cannot deliver to " + address + ": " + status.reason());
        }
    }

    private void print(String line) {
        if (early == null) {
            out.println(line);
            out.flush();
        } else {
            early.add(line);
        }
    }
}
