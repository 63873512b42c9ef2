package io.traceops.bootstrap;

import io.traceops.bootstrap.load.CountingInput;
import io.traceops.bootstrap.load.Upload;
import io.traceops.bootstrap.load.UploadOutcome;
import io.traceops.bootstrap.load.UploadOutcome.RejectedLine;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Sends a file of events to a running server. */
@Command(
        name = "import",
        description = {
            "Sends events to a running server.",
            "The file has one event in JSON on each line. Sending it again is safe if the events have ids."
        })
final class ImportCommand implements Callable<Integer> {
    private static final String STANDARD_INPUT = "-";
    private static final int REJECTED_SHOWN_MAX = 10;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double SECONDS_MIN = 0.001;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "FILE", description = "What to send; - for the standard input.")
    private String file = STANDARD_INPUT;

    @Option(
            names = "--url",
            paramLabel = "URL",
            defaultValue = "${env:TRACEOPS_URL:-http://127.0.0.1:8080}",
            description = "Where the server is. Default: http://127.0.0.1:8080, or TRACEOPS_URL.")
    private String url = "";

    @Override
    public Integer call() throws InterruptedException {
        URI server = server();
        long startNanos = System.nanoTime();
        Sent sent = send(server);
        double seconds = (System.nanoTime() - startNanos) / NANOS_PER_SECOND;
        return switch (sent.outcome()) {
            case UploadOutcome.Done done -> tell(done, sent.lines(), seconds);
            case UploadOutcome.Refused(int status, String text) ->
                throw new UserMistake(server + " answered " + status + ": " + text);
            case UploadOutcome.Broken(String reason) ->
                throw new UserMistake(server + ": " + reason + ". Start a server with 'traceops serve',"
                        + " or say where it is with --url.");
        };
    }

    /** What was sent, and what became of it. */
    private record Sent(long lines, UploadOutcome outcome) {}

    private Sent send(URI server) throws InterruptedException {
        try (InputStream input = open();
                Progress progress = Progress.of(sizeBytes());
                CountingInput counting = new CountingInput(input, progress::reached)) {
            UploadOutcome outcome = Upload.send(server, counting);
            return new Sent(counting.lines(), outcome);
        } catch (NoSuchFileException _) {
            throw new UserMistake(file + ": there is no such file");
        } catch (IOException e) {
            throw new UserMistake(file + " cannot be read: " + e.getMessage());
        }
    }

    private InputStream open() throws IOException {
        if (!file.equals(STANDARD_INPUT) && Files.isDirectory(Path.of(file))) {
            throw new UserMistake(file + " is a directory; name a file with one event in JSON on each line");
        }
        return file.equals(STANDARD_INPUT) ? System.in : Files.newInputStream(Path.of(file));
    }

    private OptionalLong sizeBytes() throws IOException {
        return file.equals(STANDARD_INPUT) ? OptionalLong.empty() : OptionalLong.of(Files.size(Path.of(file)));
    }

    private int tell(UploadOutcome.Done done, long lines, double seconds) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(String.format(
                Locale.ROOT,
                "Sent %,d lines in %.1f s (%,.0f a second): %,d stored, %,d stored before, %,d rejected",
                lines,
                seconds,
                lines / Math.max(seconds, SECONDS_MIN),
                done.accepted(),
                done.duplicates(),
                done.rejectedCount()));
        PrintWriter err = spec.commandLine().getErr();
        List<RejectedLine> shown =
                done.rejected().stream().limit(REJECTED_SHOWN_MAX).toList();
        shown.forEach(rejected -> err.println("line " + rejected.line() + ": " + rejected.reason()));
        if (done.rejectedCount() > shown.size()) {
            err.println("and " + (done.rejectedCount() - shown.size()) + " more");
        }
        return done.rejectedCount() == 0 ? 0 : 1;
    }

    private URI server() {
        try {
            URI server = URI.create(url);
            boolean isHttp = "http".equals(server.getScheme()) || "https".equals(server.getScheme());
            if (isHttp && server.getHost() != null && server.getQuery() == null && server.getFragment() == null) {
                return server;
            }
        } catch (IllegalArgumentException _) {
            // Told below, as any other text that is no such URL.
        }
        throw new ParameterException(
                spec.commandLine(), "--url: is " + url + ", allowed a URL such as http://127.0.0.1:8080");
    }
}
