package dev.callautomation.simulator.cli;

import java.util.Optional;

import picocli.CommandLine.IVersionProvider;

/** The version that the build has written into the jar. */
final class ProgramVersion implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String version = Optional.ofNullable(ProgramVersion.class.getPackage().getImplementationVersion())
                .orElse("(not packaged)");
        return new String[] {"callautomation-simulator " + version + " on Java " + System.getProperty("java.version")};
    }
}
