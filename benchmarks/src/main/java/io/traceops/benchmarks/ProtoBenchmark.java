package io.traceops.benchmarks;

import com.google.protobuf.InvalidProtocolBufferException;
import io.traceops.adapter.grpc.EventMessages;
import io.traceops.application.capture.EventDraft;
import io.traceops.application.port.StoredEvent;
import io.traceops.v1.Event;
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

/**
 * What protobuf costs for one event over gRPC: bytes to a draft and a stored event to bytes, and of that the mapping alone,
 * between messages and what the application knows.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ProtoBenchmark {
    private final StoredEvent stored = StoredEvent.of(
            SampleEvents.entry(SampleEvents.error("checkout", 7, 2_000, 1)), SampleEvents.START_MICROS + 1);

    private final Event message = EventMessages.write(stored);
    private final byte[] bytes = message.toByteArray();

    @Benchmark
    public EventDraft read() throws InvalidProtocolBufferException {
        return EventMessages.draft(Event.parseFrom(bytes));
    }

    @Benchmark
    public byte[] write() {
        return EventMessages.write(stored).toByteArray();
    }

    @Benchmark
    public EventDraft mapToDraft() {
        return EventMessages.draft(message);
    }

    @Benchmark
    public Event mapToMessage() {
        return EventMessages.write(stored);
    }
}
