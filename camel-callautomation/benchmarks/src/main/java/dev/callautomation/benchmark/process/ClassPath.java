package dev.callautomation.benchmark.process;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The class paths of the processes: all jars of the run, without those that an application of the kind would not have. A
 * process that finds more jars starts more slowly and may do more.
 */
public enum ClassPath {
    /** Load generators, stubs, and applications written by hand on Vert.x. */
    VERTX(List.of("camel-", "spring-", "tomcat-", "azure-", "reactor-", "micrometer-")),
    /** Applications on camel-main. */
    CAMEL_MAIN(List.of(
            "spring-",
            "tomcat-",
            "azure-",
            "reactor-",
            "micrometer-",
            "camel-spring",
            "camel-callautomation-simulator",
            "camel-callautomation-starter",
            "camel-bean",
            "camel-browse",
            "camel-cluster",
            "camel-controlbus",
            "camel-core-starter",
            "camel-dataformat",
            "camel-dataset",
            "camel-direct-starter",
            "camel-file",
            "camel-health",
            "camel-http-common",
            "camel-cloud",
            "camel-language",
            "camel-log",
            "camel-mock",
            "camel-platform-http-starter",
            "camel-ref",
            "camel-rest",
            "camel-saga",
            "camel-scheduler",
            "camel-seda",
            "camel-stub",
            "camel-timer",
            "camel-validator",
            "camel-xml",
            "camel-xpath",
            "camel-xslt")),
    /** The same with Conscrypt, a provider of cryptography. */
    CAMEL_MAIN_CONSCRYPT(CAMEL_MAIN.without, true),
    /** The simulator of the service. */
    SIMULATOR(List.of("camel-main", "camel-spring", "spring-", "tomcat-", "azure-", "reactor-")),
    /** Applications on Spring MVC, with the official SDK. */
    SPRING(List.of("camel-", "vertx-", "netty-")),
    /** Applications with the official SDK alone. */
    SDK(List.of("camel-", "vertx-", "netty-", "spring-", "tomcat-")),
    /** Applications on Spring Boot with Camel's server, without the component. */
    SPRING_CAMEL(List.of(
            "camel-callautomation",
            "camel-platform-http-main",
            "camel-platform-http-vertx",
            "camel-vertx",
            "vertx-",
            "netty-",
            "azure-")),
    /** Applications on Spring Boot with the component's starter. */
    SPRING_STARTER(List.of(
            "camel-callautomation-simulator",
            "camel-platform-http-main",
            "camel-platform-http-starter",
            "camel-platform-http-vertx",
            "azure-",
            "reactor-"));

    private static final List<String> NEVER = List.of("jmh-", "jopt-simple", "commons-math3", "junit-", "assertj-");

    private static final String CONSCRYPT = "conscrypt-";

    private final List<String> without;
    private final boolean conscrypt;

    ClassPath(List<String> without) {
        this(without, false);
    }

    ClassPath(List<String> without, boolean conscrypt) {
        this.without = without;
        this.conscrypt = conscrypt;
    }

    /**
     * The class path as an argument of a JVM.
     *
     * @param first folders or jars that come before all others, separated as in a class path; may be empty
     */
    public String of(String first) {
        Stream<String> jars =
                jars().filter(jar -> included(Path.of(jar).getFileName().toString()));
        return Stream.concat(Stream.of(first).filter(path -> !path.isEmpty()), jars)
                .collect(Collectors.joining(File.pathSeparator));
    }

    private boolean included(String jar) {
        return (conscrypt || !jar.startsWith(CONSCRYPT))
                && Stream.concat(without.stream(), NEVER.stream()).noneMatch(jar::startsWith);
    }

    /** The runnable jar names the others in its manifest, which the class path does not show. */
    private static Stream<String> jars() {
        String own = System.getProperty("java.class.path");
        Path lib = Path.of(own.split(File.pathSeparator)[0]).resolveSibling("lib");
        if (own.contains(File.pathSeparator) || !Files.isDirectory(lib)) {
            return Stream.of(own.split(File.pathSeparator));
        }
        try (Stream<Path> files = Files.list(lib)) {
            return Stream.concat(Stream.of(own), files.map(Path::toString).sorted().toList().stream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
