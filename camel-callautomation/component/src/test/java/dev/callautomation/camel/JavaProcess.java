package dev.callautomation.camel;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Starts JVMs of their own with the class path of the tests, for what concerns a whole JVM. */
public final class JavaProcess {

    private JavaProcess() {}

    /** @param output the file of what it prints */
    public static Process start(Path output, List<String> options, Class<?> main, String... arguments)
            throws IOException {
        List<String> command = Stream.of(
                        Stream.of(Path.of(System.getProperty("java.home"), "bin", "java")
                                .toString()),
                        options.stream(),
                        Stream.of("-cp", System.getProperty("java.class.path"), main.getName()),
                        Stream.of(arguments))
                .flatMap(part -> part)
                .toList();
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
    }
}
