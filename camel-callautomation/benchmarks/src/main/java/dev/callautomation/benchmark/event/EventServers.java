package dev.callautomation.benchmark.event;

import java.util.List;
import java.util.stream.Stream;

import dev.callautomation.benchmark.event.EventContender.TokenUse;
import dev.callautomation.benchmark.load.EventLoad;
import dev.callautomation.benchmark.load.EventMix;
import dev.callautomation.benchmark.process.ChildProcess;
import dev.callautomation.benchmark.process.ClassPath;
import dev.callautomation.benchmark.run.Bench;
import dev.callautomation.benchmark.run.Contender;
import dev.callautomation.benchmark.run.Options;

/** Starts the servers of a road, and one load generator for all of them. */
final class EventServers {

    private static final int CALLS = 1_000;

    private final Bench bench;
    private final ChildProcess load;

    EventServers(Bench bench, EventMix.Kind mix, int issuer, int tokens) {
        this(bench, mix, CALLS, issuer, tokens);
    }

    /**
     * @param calls  calls at once
     * @param issuer where the load generator publishes the key of its tokens
     * @param tokens number of tokens to sign
     */
    EventServers(Bench bench, EventMix.Kind mix, int calls, int issuer, int tokens) {
        this.bench = bench;
        Options options = bench.options();
        this.load = bench.start(
                "load",
                ClassPath.VERTX,
                EventLoad.class,
                mix,
                options.eventsPerPost(),
                options.inFlight(),
                issuer,
                tokens,
                calls);
    }

    /** Adds one, if it is selected. The first argument of its main class is its port. */
    void add(
            List<Contender> contenders,
            String name,
            TokenUse tokens,
            ClassPath classPath,
            Class<?> main,
            Object... arguments) {
        addWith(List.of(), contenders, name, tokens, classPath, main, arguments);
    }

    /** As {@link #add}, with options of its JVM. */
    void addWith(
            List<String> jvmOptions,
            List<Contender> contenders,
            String name,
            TokenUse tokens,
            ClassPath classPath,
            Class<?> main,
            Object... arguments) {
        if (!bench.options().selects(name)) {
            return;
        }
        int port = Bench.freePort();
        ChildProcess server = bench.startWith(
                jvmOptions,
                name,
                classPath,
                main,
                Stream.concat(Stream.of(port), Stream.of(arguments)).toArray());
        contenders.add(new EventContender(name, server, load, port, tokens, bench.options()));
    }
}
