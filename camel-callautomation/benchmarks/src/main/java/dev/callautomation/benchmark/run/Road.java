package dev.callautomation.benchmark.run;

import java.util.List;

/** A kind of work that several contenders do side by side. */
public interface Road {

    /** What selects it. */
    String name();

    String title();

    /** Starts the contenders; the component's come first. */
    List<Contender> open(Bench bench);

    List<Goal> goals();
}
