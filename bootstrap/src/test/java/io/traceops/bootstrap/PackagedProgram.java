package io.traceops.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The packaged program, as a process of its own. */
final class PackagedProgram implements AutoCloseable {
    private static final Path JAR = Path.of("target", "traceops.jar");
    private static final Pattern PORTS = Pattern.compile(":(\\d+) \\(REST\\), [^ ]*:(\\d+) \\(gRPC\\)");
    private static final Duration WAIT_MAX = Duration.ofMinutes(2);

    private final Process process;
    private final Path output;

    private PackagedProgram(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /** @param folder where what the program prints is kept */
    static PackagedProgram start(Path folder, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-jar",
                JAR.toString()));
        command.addAll(List.of(arguments));
        Path output = Files.createTempFile(folder, "output", ".txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        return new PackagedProgram(process, output);
    }

    /** The ports of a server. */
    record Ports(int http, int grpc) {}

    /** Waits until a server says where it listens. */
    Ports awaitPorts() throws IOException, InterruptedException {
        long giveUpNanos = System.nanoTime() + WAIT_MAX.toNanos();
        while (System.nanoTime() < giveUpNanos && !process.waitFor(100, TimeUnit.MILLISECONDS)) {
            Matcher ports = PORTS.matcher(output());
            if (ports.find()) {
                return new Ports(Integer.parseInt(ports.group(1)), Integer.parseInt(ports.group(2)));
            }
        }
        throw new AssertionError("the server did not say where it listens: " + output());
    }

    /** Waits for the end, and gives the exit code. */
    int awaitEnd() throws InterruptedException {
        assertThat(process.waitFor(WAIT_MAX)).as("the program ends").isTrue();
        return process.exitValue();
    }

    /** Asks the program to end, as an operator would. */
    void askToEnd() {
        process.destroy();
    }

    String output() throws IOException {
        return Files.readString(output);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
