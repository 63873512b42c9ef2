package io.traceops.benchmarks.load;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import io.traceops.benchmarks.load.Report.Row;
import io.traceops.benchmarks.load.Report.Verdict;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Writes a report for people and for programs. */
final class ReportWriter {
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private ReportWriter() {}

    /** What must be known before the figures mean anything, and the head of their table. */
    static void printHead(Report report, PrintStream out) {
        report.circumstances().forEach((name, value) -> out.println(name + ": " + value));
        out.println();
        line(
                out,
                "%-16s %-12s %10s %9s %9s %9s %8s %9s %7s %6s"
                        .formatted(
                                "path",
                                "contender",
                                "per s",
                                "p50",
                                "p99",
                                "p99.9",
                                "CPU",
                                "allocated",
                                "RSS",
                                "pause"));
    }

    /** The figures of one path. */
    static void printRows(Report report, String path, PrintStream out) {
        report.rows().stream().filter(row -> row.path().equals(path)).forEach(row -> print(row, out));
    }

    /** What all figures say of the goals. */
    static void printVerdicts(Report report, PrintStream out) {
        out.println();
        line(out, "%-16s %-58s %10s".formatted("path", "goal", "measured"));
        for (Verdict verdict : report.verdicts()) {
            line(
                    out,
                    "%-16s %-58s %10s  %s"
                            .formatted(
                                    verdict.path(),
                                    verdict.goal(),
                                    number(verdict.measured()),
                                    verdict.reached() ? "reached" : "MISSED"));
        }
    }

    static void write(Report report, Path file) throws IOException {
        JSON.writeValue(
                file.toFile(),
                Map.of(
                        "circumstances", report.circumstances(),
                        "rows", report.rows(),
                        "verdicts", report.verdicts()));
    }

    private static void print(Row row, PrintStream out) {
        line(
                out,
                String.format(
                        Locale.ROOT,
                        "%-16s %-12s %10.0f %9s %9s %9s %5.1f us %7.0f B %4d MB %3d ms",
                        row.path(),
                        row.contender(),
                        row.perSecond(),
                        millis(row.p50Micros()),
                        millis(row.p99Micros()),
                        millis(row.p999Micros()),
                        row.cpuMicros(),
                        row.allocatedBytes(),
                        row.residentMegabytes(),
                        row.longestPauseMillis()));
    }

    private static String millis(Optional<Long> micros) {
        return micros.map(value -> String.format(Locale.ROOT, "%.2f ms", value / 1_000.0))
                .orElse("-");
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.2f" : "%,.0f", value);
    }

    private static void line(PrintStream out, String text) {
        out.println(text.stripTrailing());
    }
}
