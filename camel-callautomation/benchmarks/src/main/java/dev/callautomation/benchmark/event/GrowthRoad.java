package dev.callautomation.benchmark.event;

import java.util.ArrayList;
import java.util.List;

import dev.callautomation.benchmark.event.EventContender.TokenUse;
import dev.callautomation.benchmark.process.ClassPath;
import dev.callautomation.benchmark.run.Bench;
import dev.callautomation.benchmark.run.Contender;
import dev.callautomation.benchmark.run.Goal;
import dev.callautomation.benchmark.run.Metric;
import dev.callautomation.benchmark.run.Road;

/** Whether an event costs more when more calls are in progress. */
public final class GrowthRoad implements Road {

    private static final int FEW = 10;
    private static final int MANY = 10_000;
    private static final String OURS_FEW = "ours, 10 calls";
    private static final String OURS_MANY = "ours, 10,000 calls";

    @Override
    public String name() {
        return "growth";
    }

    @Override
    public String title() {
        return "event in, from 10 to 10,000 calls at once";
    }

    @Override
    public List<Contender> open(Bench bench) {
        List<Contender> contenders = new ArrayList<>();
        open(bench, contenders, OURS_MANY, MANY);
        open(bench, contenders, OURS_FEW, FEW);
        return contenders;
    }

    private static void open(Bench bench, List<Contender> contenders, String name, int calls) {
        new EventServers(bench, bench.options().mix(), calls, Bench.freePort(), 0)
                .add(contenders, name, TokenUse.NONE, ClassPath.CAMEL_MAIN, OursMain.class, "RECEIVED", 0);
    }

    @Override
    public List<Goal> goals() {
        return List.of(Goal.ratio(OURS_MANY, OURS_FEW, Metric.CPU, 1.1));
    }
}
