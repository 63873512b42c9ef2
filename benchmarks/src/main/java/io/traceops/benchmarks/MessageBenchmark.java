package io.traceops.benchmarks;

import io.traceops.domain.grouping.decision.DecisionLog;
import io.traceops.domain.grouping.text.MessageTemplate;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What it costs to take the variables out of a message. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class MessageBenchmark {
    @Param({
        "Cannot read properties of undefined (reading total)",
        "Payment 81723 failed: gateway answered after 1250 ms",
        "User 0192f3a4-5b6c-7d8e-9f00-112233445566 at 10.0.17.4:8443 was refused at 2026-01-31T10:20:30Z by \"pay-7\""
    })
    String message = "";

    @Benchmark
    public String canonical() {
        return MessageTemplate.canonical(message, true, DecisionLog.none());
    }
}
