package io.traceops.benchmarks;

import io.traceops.adapter.rest.event.EventAnswer;
import io.traceops.adapter.rest.event.EventDraftReader;
import io.traceops.application.capture.EventDraft;
import io.traceops.application.port.StoredEvent;
import io.traceops.http.json.JsonInput;
import io.traceops.http.json.JsonOutput;
import io.traceops.http.json.Parsed;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What JSON costs for one event over REST: the body of a request to a draft, and a stored event to the body of an answer. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class JsonBenchmark {
    private final StoredEvent stored = StoredEvent.of(
            SampleEvents.entry(SampleEvents.error("checkout", 7, 2_000, 1)), SampleEvents.START_MICROS + 1);

    /** An answer has all that a request has; the member that it has more is stepped over. */
    private final byte[] body = JsonOutput.bytes(EventAnswer.of(stored));

    @Benchmark
    public Parsed<EventDraft> read() {
        return JsonInput.read(body, EventDraftReader::read);
    }

    @Benchmark
    public byte[] write() {
        return JsonOutput.bytes(EventAnswer.of(stored));
    }
}
