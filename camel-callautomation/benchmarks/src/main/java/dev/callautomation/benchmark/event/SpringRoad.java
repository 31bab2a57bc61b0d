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

/** Events in on Spring Boot with Tomcat. */
public final class SpringRoad implements Road {

    private static final String OURS = "ours with the starter";
    private static final String BY_HAND = "Spring MVC, Jackson by hand";

    @Override
    public String name() {
        return "spring";
    }

    @Override
    public String title() {
        return "event in, Spring Boot";
    }

    @Override
    public List<Contender> open(Bench bench) {
        EventServers servers = new EventServers(bench, bench.options().mix(), Bench.freePort(), 0);
        List<Contender> contenders = new ArrayList<>();
        servers.add(contenders, OURS, TokenUse.NONE, ClassPath.SPRING_STARTER, StarterMain.class);
        servers.add(contenders, BY_HAND, TokenUse.NONE, ClassPath.SPRING, SpringByHandMain.class);
        servers.add(
                contenders,
                "platform-http-starter, minimal consumer",
                TokenUse.NONE,
                ClassPath.SPRING_CAMEL,
                SpringCamelMain.class);
        return contenders;
    }

    @Override
    public List<Goal> goals() {
        return List.of(Goal.ratio(OURS, BY_HAND, Metric.CPU, 1.0));
    }
}
