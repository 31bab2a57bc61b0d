package dev.callautomation.benchmark.event;

import java.util.ArrayList;
import java.util.List;

import dev.callautomation.benchmark.load.EventLoad;
import dev.callautomation.benchmark.load.EventMix;
import dev.callautomation.benchmark.process.ChildProcess;
import dev.callautomation.benchmark.process.ClassPath;
import dev.callautomation.benchmark.run.Bench;
import dev.callautomation.benchmark.run.Contender;
import dev.callautomation.benchmark.run.Goal;
import dev.callautomation.benchmark.run.Metric;
import dev.callautomation.benchmark.run.Road;

/** From the start of the JVM to the first event that a route has processed. */
public final class StartRoad implements Road {

    private static final String OURS = "ours";
    private static final String JSON = "Camel with a platform-http route and Jackson";

    @Override
    public String name() {
        return "start";
    }

    @Override
    public String title() {
        return "start to first event, camel-main";
    }

    @Override
    public List<Contender> open(Bench bench) {
        int issuer = Bench.freePort();
        ChildProcess load =
                bench.start("load", ClassPath.VERTX, EventLoad.class, EventMix.Kind.CALLBACKS, 1, 1, issuer, 1, 1_000);
        List<Contender> contenders = new ArrayList<>();
        contenders.add(new StartContender(OURS, bench, load, OursMain.class, List.of("RECEIVED", 0)));
        contenders.add(
                new StartContender("ours, token checked", bench, load, OursMain.class, List.of("RECEIVED", issuer)));
        contenders.add(new StartContender(JSON, bench, load, CamelConsumerMain.class, List.of("json")));
        contenders.add(new StartContender(
                "Camel with a platform-http route", bench, load, CamelConsumerMain.class, List.of("ignore")));
        contenders.removeIf(contender -> !bench.options().selects(contender.name()));
        return contenders;
    }

    @Override
    public List<Goal> goals() {
        return List.of(Goal.ratio(OURS, JSON, Metric.WALL, 1.1));
    }
}
