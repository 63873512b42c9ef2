package io.traceops.benchmarks;

import io.traceops.domain.event.ErrorEvent;
import io.traceops.domain.event.EventId;
import io.traceops.domain.event.JsonValue.JsonObject;
import io.traceops.domain.event.JsonValue.JsonString;
import io.traceops.domain.event.Metadata;
import io.traceops.domain.event.ServiceName;
import io.traceops.domain.grouping.Grouping;
import io.traceops.domain.grouping.GroupingPolicy;
import io.traceops.domain.grouping.decision.DecisionLog;
import io.traceops.domain.grouping.stack.StackReader;
import io.traceops.domain.grouping.stack.TopFrame;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What it costs to group one error whose stack was read lately, and to read a stack that was not, by language and depth of
 * the stack.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class FingerprintBenchmark {
    @Param({"java", "node", "python", "go", "dotnet", "ruby", "none"})
    String language = "";

    @Param({"5", "60"})
    int frames;

    private static final StackReader STACKS = new StackReader(GroupingPolicy.DEFAULT.libraries());

    private String stack = "";
    private ErrorEvent event = SampleEvents.error("checkout", 0, 1, 0);

    @Setup
    public void prepare() {
        stack = language.equals("none") ? "" : SampleStacks.of(language, frames);
        Metadata metadata =
                stack.isEmpty() ? Metadata.EMPTY : new Metadata(new JsonObject(Map.of("stack", new JsonString(stack))));
        event = new ErrorEvent(
                new EventId("e1"),
                new ServiceName("checkout"),
                0,
                "Payment 81723 of user 0192f3a4-5b6c-7d8e-9f00-112233445566 failed after 1250 ms: POST /pay/17",
                metadata);
    }

    @Benchmark
    public Grouping group() {
        return SampleEvents.FINGERPRINTER.group(event);
    }

    @Benchmark
    public Optional<TopFrame> readStack() {
        return STACKS.read(stack, DecisionLog.none());
    }
}
