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

/** Events in on camel-main and Vert.x, not authenticated. */
public final class EventRoad implements Road {

    private static final String OURS = "ours";
    private static final String ROUTED = "ours, acknowledge=routed";
    private static final String BARE = "bare Vert.x, Jackson";
    private static final String SDK = "Spring MVC, official SDK's parser";

    @Override
    public String name() {
        return "events";
    }

    @Override
    public String title() {
        return "event in, camel-main/Vert.x, no token check";
    }

    @Override
    public List<Contender> open(Bench bench) {
        EventServers servers = new EventServers(bench, bench.options().mix(), Bench.freePort(), 0);
        List<Contender> contenders = new ArrayList<>();
        servers.add(contenders, OURS, TokenUse.NONE, ClassPath.CAMEL_MAIN, OursMain.class, "RECEIVED", 0);
        servers.add(contenders, ROUTED, TokenUse.NONE, ClassPath.CAMEL_MAIN, OursMain.class, "ROUTED", 0);
        servers.add(contenders, BARE, TokenUse.NONE, ClassPath.VERTX, BareMain.class, 0);
        servers.add(
                contenders,
                "minimal Camel consumer on platform-http",
                TokenUse.NONE,
                ClassPath.CAMEL_MAIN,
                CamelConsumerMain.class);
        servers.add(
                contenders,
                "the same, acknowledged first on the router",
                TokenUse.NONE,
                ClassPath.CAMEL_MAIN,
                AcknowledgedFirstMain.class);
        servers.add(contenders, SDK, TokenUse.NONE, ClassPath.SPRING, SpringSdkMain.class);
        return contenders;
    }

    @Override
    public List<Goal> goals() {
        return List.of(
                Goal.ratio(OURS, BARE, Metric.CPU, 1.4),
                Goal.ratio(OURS, SDK, Metric.CPU, 0.08),
                Goal.ratio(ROUTED, BARE, Metric.CPU, 2),
                Goal.atMost(OURS, Metric.ALLOCATED, 14));
    }
}
