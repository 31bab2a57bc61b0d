package dev.callautomation.simulator.scenario;

/** A scenario did not go as expected; the message is the report. */
public final class ScenarioFailure extends AssertionError {

    private static final long serialVersionUID = 1L;

    private final transient ScenarioReport report;

    public ScenarioFailure(ScenarioReport report) {
        super(report.text());
        this.report = report;
    }

    /** Step by step. */
    public ScenarioReport report() {
        return report;
    }
}
