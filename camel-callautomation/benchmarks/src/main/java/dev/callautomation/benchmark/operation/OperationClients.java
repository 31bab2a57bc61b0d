package dev.callautomation.benchmark.operation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import dev.callautomation.benchmark.process.ChildProcess;
import dev.callautomation.benchmark.process.ClassPath;
import dev.callautomation.benchmark.run.Bench;
import dev.callautomation.benchmark.run.Contender;

/** Starts the stub of the service, and the applications that send it requests. */
final class OperationClients {

    private final Bench bench;
    private final int stub = Bench.freePort();
    private final ChildProcess service;
    private final List<Contender> contenders = new ArrayList<>();

    OperationClients(Bench bench) {
        this.bench = bench;
        Path store = Certificates.create();
        bench.trust(store, Certificates.PASSWORD);
        service = bench.start("stub", ClassPath.VERTX, ServiceStub.class, stub, store);
    }

    /** Adds one, if it is selected. The first argument of its main class is the port of the stub. */
    OperationClients add(String name, ClassPath classPath, Class<?> main, Object... arguments) {
        if (bench.options().selects(name)) {
            Object[] all = Stream.concat(Stream.of(stub), Stream.of(arguments)).toArray();
            contenders.add(new OperationContender(name, bench.start(name, classPath, main, all), bench.options()));
        }
        return this;
    }

    /** The port of the stub. */
    int stub() {
        return stub;
    }

    /** The process of the stub. */
    ChildProcess service() {
        return service;
    }

    List<Contender> contenders() {
        return contenders;
    }
}
