package dev.callautomation.examples.reception;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.apache.camel.dsl.jbang.core.commands.CamelJBangMain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The command {@code camel} in a process of its own. What it would download is on its class path, which is what
 * {@code --download=false} is for: a dependency that a command names need not be in a repository.
 */
final class CamelCli implements AutoCloseable {

    private static final long SECONDS = 120;

    private final Process process;
    private final Path output;

    private CamelCli(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /** The entry point of the command, as JBang starts it. */
    public static void main(String[] arguments) {
        CamelJBangMain.run(arguments);
    }

    /** Starts a command in a folder, which has its output as the file {@code output.txt}, too. */
    static CamelCli start(Path folder, List<String> arguments) throws IOException {
        Path output = folder.resolve("output.txt");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Duser.home=" + folder.resolve("home"),
                "-Dmaven.repo.local=" + System.getProperty("maven.repo.local"),
                "-cp",
                classPath(),
                CamelCli.class.getName()));
        command.addAll(arguments);
        return new CamelCli(
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start(),
                output);
    }

    /** Without what a test has besides. */
    private static String classPath() {
        return String.join(
                File.pathSeparator,
                Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                        .filter(entry -> !entry.contains("junit") && !entry.contains("surefire"))
                        .toList());
    }

    /** Waits until it has printed this, or has ended. */
    CamelCli printed(String text) {
        await().atMost(SECONDS, TimeUnit.SECONDS).until(() -> output().contains(text) || !process.isAlive());
        assertThat(output()).contains(text);
        return this;
    }

    /** Waits until it has ended. */
    String ended() throws Exception {
        assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS)).as(output()).isTrue();
        return output();
    }

    private String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            return "";
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }
}
