package dev.callautomation.benchmark.event;

import java.util.ArrayList;
import java.util.List;

import dev.callautomation.benchmark.event.EventContender.TokenUse;
import dev.callautomation.benchmark.load.EventMix;
import dev.callautomation.benchmark.process.ClassPath;
import dev.callautomation.benchmark.run.Bench;
import dev.callautomation.benchmark.run.Contender;
import dev.callautomation.benchmark.run.Goal;
import dev.callautomation.benchmark.run.Metric;
import dev.callautomation.benchmark.run.Road;

/**
 * Events in with tokens: a new one for each delivery, as the service documents, and the same one again. The JDK verifies
 * them, except for one contender, which no goal is for: its peers could have the same provider of cryptography.
 */
public final class TokenRoad implements Road {

    private static final String OURS_NEW = "ours, new token";
    private static final String OURS_CONSCRYPT = "ours, new token, verified by Conscrypt";
    private static final String OURS_SAME = "ours, same token";
    private static final String BARE_NEW = "bare Vert.x, Jackson, nimbus verify, new token";
    private static final String BARE_SAME = "bare Vert.x, Jackson, nimbus verify, same token";

    @Override
    public String name() {
        return "tokens";
    }

    @Override
    public String title() {
        return "event in, camel-main/Vert.x, RS256 token checked";
    }

    @Override
    public List<Contender> open(Bench bench) {
        int issuer = Bench.freePort();
        EventMix.Kind mix = bench.options().mix() == EventMix.Kind.REALISTIC
                ? EventMix.Kind.CALLBACKS
                : bench.options().mix();
        int tokens = bench.options().tokens() * (bench.options().rounds() + EventContender.WARM_UP_SLICES);
        EventServers servers = new EventServers(bench, mix, issuer, tokens);
        List<Contender> contenders = new ArrayList<>();
        servers.add(contenders, OURS_NEW, TokenUse.NEW, ClassPath.CAMEL_MAIN, OursMain.class, "RECEIVED", issuer);
        servers.addWith(
                ConscryptOptions.create(),
                contenders,
                OURS_CONSCRYPT,
                TokenUse.NEW,
                ClassPath.CAMEL_MAIN_CONSCRYPT,
                OursMain.class,
                "RECEIVED",
                issuer);
        servers.add(contenders, OURS_SAME, TokenUse.SAME, ClassPath.CAMEL_MAIN, OursMain.class, "RECEIVED", issuer);
        servers.add(contenders, BARE_NEW, TokenUse.NEW, ClassPath.VERTX, BareMain.class, issuer);
        servers.add(contenders, BARE_SAME, TokenUse.SAME, ClassPath.VERTX, BareMain.class, issuer);
        return contenders;
    }

    @Override
    public List<Goal> goals() {
        return List.of(
                Goal.ratio(OURS_NEW, BARE_NEW, Metric.CPU, 1.0), Goal.ratio(OURS_SAME, BARE_SAME, Metric.CPU, 0.4));
    }
}
