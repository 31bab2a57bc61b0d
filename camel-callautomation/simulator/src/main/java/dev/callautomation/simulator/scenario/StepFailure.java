package dev.callautomation.simulator.scenario;

/** A step did not go as expected. */
final class StepFailure extends Exception {

    private static final long serialVersionUID = 1L;

    /** The step, -1 for the one that is played. */
    final int step;

    /** What differs, {@code null} when something is missing. */
    final transient Happening mark;

    StepFailure(int step, String problem, Happening mark) {
        super(problem, null, false, false);
        this.step = step;
        this.mark = mark;
    }

    StepFailure(String problem, Happening mark) {
        this(-1, problem, mark);
    }
}
