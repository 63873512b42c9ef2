package io.traceops.benchmarks.load;

import io.traceops.bootstrap.Logs;
import io.traceops.bootstrap.settings.LogFormat;
import io.traceops.bootstrap.settings.LogLevel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * Measures a whole server against its goals, and says how far it is from what it could do at best. The server runs in a
 * process of its own; this process is the load.
 */
@Command(
        name = "traceops bench",
        mixinStandardHelpOptions = true,
        description = {
            "Measures the server on this machine, which should do nothing else meanwhile.",
            "Exits with 0 whether or not the goals are met."
        })
public final class Bench implements Runnable {
    private static final int WARM_UP_ROUNDS_MAX = 8;

    private static final List<String> PATHS = List.of(
            "post",
            "batch",
            "ndjson",
            "ndjson-mix",
            "grpc-unary",
            "grpc-stream",
            "grpc-stream-mix",
            "full-post",
            "full-ndjson",
            "full-grpc",
            "heap",
            "bounded",
            "trigger",
            "queries",
            "start");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** What {@code --help} lists. */
    static final class Paths implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return PATHS.iterator();
        }
    }

    @Option(
            names = "--paths",
            split = ",",
            completionCandidates = Paths.class,
            description = "Only these paths, with commas between: ${COMPLETION-CANDIDATES}.")
    private Set<String> paths = Set.of();

    @Option(names = "--rounds", defaultValue = "5", description = "How often each contender has its turn.")
    private int rounds;

    @Option(names = "--seconds", defaultValue = "5", description = "How long a turn lasts.")
    private int seconds;

    @Option(names = "--quick", description = "One round of two seconds: shows that all works, and measures badly.")
    private boolean quick;

    @Option(names = "--heap", defaultValue = "6g", description = "The server's largest heap.")
    private String heap = "";

    @Option(
            names = "--java-option",
            description = "A further option for the server's Java; may be given several times.")
    private List<String> javaOptions = List.of();

    @Option(names = "--json", paramLabel = "FILE", description = "Writes the figures there too.")
    private Optional<Path> json = Optional.empty();

    @Option(names = "--profile", paramLabel = "FILE", description = "Records the server with JDK Flight Recorder.")
    private Optional<Path> profile = Optional.empty();

    private Bench() {}

    /** Measures what the arguments ask for. */
    public static void main(String[] arguments) {
        Logs.configure(LogFormat.PLAIN, LogLevel.WARN);
        System.exit(new CommandLine(new Bench()).execute(arguments));
    }

    @Override
    public void run() {
        paths.stream().filter(path -> !PATHS.contains(path)).findFirst().ifPresent(path -> {
            throw new ParameterException(
                    spec.commandLine(), "There is no path '" + path + "'. There are: " + String.join(", ", PATHS));
        });
        try {
            Path folder = Files.createTempDirectory("traceops-bench");
            // Touched beforehand, since what the kernel takes to hand memory out comes once in a server's life.
            List<String> options = new ArrayList<>(List.of("-Xms" + heap, "-Xmx" + heap, "-XX:+AlwaysPreTouch"));
            options.addAll(javaOptions);
            profile.ifPresent(file -> options.add(
                    "-XX:StartFlightRecording:settings=profile,dumponexit=true,filename=" + file.toAbsolutePath()));
            Report report = new Report(circumstances());
            ReportWriter.printHead(report, System.out);
            try (ServerProcess server = ServerProcess.start(options, folder.resolve("server.log"))) {
                measure(server, folder, report);
            }
            ReportWriter.printVerdicts(report, System.out);
            if (json.isPresent()) {
                ReportWriter.write(report, json.get());
            }
        } catch (IOException e) {
            throw new IllegalStateException("the measure failed", e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void measure(ServerProcess server, Path folder, Report report) throws IOException, InterruptedException {
        Duration time = Duration.ofSeconds(quick ? 2 : seconds);
        int turns = quick ? 1 : rounds;
        IngestPaths ingest = new IngestPaths(server, folder);
        Comparing comparing = new Comparing(server, quick ? 1 : WARM_UP_ROUNDS_MAX, turns, time);
        for (Comparison comparison : ingest.all()) {
            if (isWanted(comparison.path())) {
                comparing.run(comparison, report);
                ReportWriter.printRows(report, comparison.path(), System.out);
            }
        }
        List<Measure> measures = List.of(
                new HeapMeasure(server, ingest.small()),
                new BoundedMeasure(server, ingest.small(), quick ? 2 : 10),
                new TriggerMeasure(server, 10 * turns),
                new QueryMeasure(server, ingest.small(), time),
                new StartMeasure(Path.of(System.getProperty("traceops.launcher", "./traceops")), turns));
        for (Measure measure : measures) {
            if (isWanted(measure.path())) {
                measure.run(report);
                ReportWriter.printRows(report, measure.path(), System.out);
            }
        }
    }

    private boolean isWanted(String path) {
        return paths.isEmpty() || paths.contains(path);
    }

    private Map<String, String> circumstances() {
        Map<String, String> circumstances = new LinkedHashMap<>();
        circumstances.put("date", Instant.now().toString());
        circumstances.put("commit", System.getProperty("traceops.commit", "unknown"));
        circumstances.put("java", System.getProperty("java.vm.version"));
        circumstances.put("processors", Integer.toString(Runtime.getRuntime().availableProcessors()));
        circumstances.put("load generator of post", WrkLoad.isInstalled() ? "wrk" : "own");
        circumstances.put("rounds and seconds", (quick ? 1 : rounds) + " x " + (quick ? 2 : seconds) + " s");
        return circumstances;
    }
}
