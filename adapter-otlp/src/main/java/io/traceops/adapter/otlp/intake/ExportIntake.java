package io.traceops.adapter.otlp.intake;

import io.micrometer.core.instrument.MeterRegistry;
import io.traceops.adapter.otlp.failure.LogFailures;
import io.traceops.adapter.otlp.failure.Names;
import io.traceops.adapter.otlp.failure.SpanFailures;
import io.traceops.adapter.otlp.failure.WireItem;
import io.traceops.adapter.otlp.intake.WireCounters.Fate;
import io.traceops.adapter.otlp.wire.ExportWalk;
import io.traceops.adapter.otlp.wire.MalformedExport;
import io.traceops.adapter.otlp.wire.Slice;
import io.traceops.adapter.otlp.wire.WireCheck;
import io.traceops.application.capture.CaptureEvents;
import io.traceops.domain.event.Micros;
import java.time.InstantSource;

/**
 * Takes exports in, whichever way they came.
 *
 * <p>An export may be of tens of megabytes, most of which tells of no failure, and a small one can claim a great many
 * records. So it is never unpacked: it stays the bytes that it came as, one record at a time is looked at, and what is
 * found in them is captured in chunks. It is checked as a whole first, so that an export which cannot be read is refused
 * before anything in it is stored.
 *
 * <p>Thread-safe.
 */
public final class ExportIntake {
    private final CaptureEvents captureEvents;
    private final InstantSource clock;
    private final WireCounters counters;
    private final boolean spanErrors;

    /**
     * @param clock the server's, to recognise events from the future
     * @param spanErrors whether a span that failed without an exception is an error
     */
    public ExportIntake(CaptureEvents captureEvents, InstantSource clock, MeterRegistry registry, boolean spanErrors) {
        this.captureEvents = captureEvents;
        this.clock = clock;
        this.counters = new WireCounters(registry);
        this.spanErrors = spanErrors;
    }

    /**
     * Takes one export.
     *
     * @param export the request in protobuf; nobody may write to it meanwhile
     * @throws MalformedExport if it cannot be read; then nothing of it is stored
     */
    public Taken take(Signal signal, Slice export) throws MalformedExport {
        try {
            WireCheck.check(export, signal.request());
        } catch (MalformedExport malformed) {
            countUnread();
            throw malformed;
        }
        return switch (signal) {
            case TRACES -> takeTraces(export);
            case LOGS -> takeLogs(export);
            case METRICS -> dropMetrics(export);
        };
    }

    /** Counts an export that could not be read, for whoever finds that out before it gets here. */
    public void countUnread() {
        counters.count(WireItem.EXPORT, Fate.INVALID, 1);
    }

    private Taken takeTraces(Slice export) throws MalformedExport {
        SpanFailures failures = new SpanFailures(spanErrors);
        long nowMicros = Micros.of(clock.instant());
        Chunks chunks = new Chunks(captureEvents, counters, WireItem.SPAN);
        ExportWalk.over(export, Names.OF_RESOURCES, (origin, span) -> {
            chunks.nextRecord();
            failures.read(origin, span, nowMicros, chunks);
        });
        return chunks.end().taken(Signal.TRACES);
    }

    private Taken takeLogs(Slice export) throws MalformedExport {
        LogFailures failures = new LogFailures();
        long nowMicros = Micros.of(clock.instant());
        Chunks chunks = new Chunks(captureEvents, counters, WireItem.LOG);
        ExportWalk.over(export, Names.OF_RESOURCES, (origin, log) -> {
            chunks.nextRecord();
            failures.read(origin, log, nowMicros, chunks);
        });
        return chunks.end().taken(Signal.LOGS);
    }

    private Taken dropMetrics(Slice export) throws MalformedExport {
        long[] metrics = new long[1];
        ExportWalk.over(export, Names.OF_RESOURCES, (_, _) -> metrics[0]++);
        counters.count(WireItem.METRIC, Fate.DROPPED, metrics[0]);
        return Taken.whole(Signal.METRICS);
    }
}
