package io.traceops.bootstrap;

import io.traceops.bootstrap.settings.EngineSettings;
import io.traceops.bootstrap.settings.LogFormat;
import io.traceops.bootstrap.settings.LogLevel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParseResult;

/**
 * Does once what a server does all day, and ends. The launcher runs it with Java watching: what it loads and links goes
 * into the cache from which later starts are fast. So every door is used, and the command line is read as for a server.
 */
@Command(name = "rehearse", hidden = true, description = "Starts on free ports, answers some requests, and ends.")
final class RehearseCommand implements Runnable {
    private static final String[] SERVE_AT_ANY_FREE_PORTS = {
        "serve", "--http-port", "0", "--grpc-port", "0", "--otlp-grpc-port", "0", "--otlp-http-port", "0"
    };

    @Override
    public void run() {
        Logs.configure(LogFormat.PLAIN, LogLevel.INFO);
        try (Server server = Server.start(settings())) {
            server.announce();
            int code = clients(server).inheritIO().start().waitFor();
            if (code != 0) {
                throw new UserMistake("the rehearsal failed, its clients ended with " + code);
            }
        } catch (IOException e) {
            throw new UserMistake("the rehearsal failed: " + e.getMessage());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static EngineSettings settings() {
        ParseResult command = TraceOps.commandLine(SERVE_AT_ANY_FREE_PORTS).parseArgs(SERVE_AT_ANY_FREE_PORTS);
        return SettingsOptions.read(command.subcommand().commandSpec(), Map.of());
    }

    private static ProcessBuilder clients(Server server) {
        List<String> program = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                RehearsedClients.class.getName());
        IntStream ports =
                IntStream.of(server.httpPort(), server.otlpHttpPort(), server.grpcPort(), server.otlpGrpcPort());
        return new ProcessBuilder(Stream.concat(program.stream(), ports.mapToObj(Integer::toString))
                .toList());
    }
}
