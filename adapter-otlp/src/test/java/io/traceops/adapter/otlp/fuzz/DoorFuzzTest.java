package io.traceops.adapter.otlp.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.grpc.Status.Code;
import io.traceops.adapter.memory.MemoryLimits;
import io.traceops.adapter.otlp.HttpCalls;
import io.traceops.adapter.otlp.RunningDoors;
import io.traceops.adapter.otlp.RunningDoors.Parts;
import io.traceops.adapter.otlp.grpc.RawExports;
import io.traceops.adapter.otlp.intake.Signal;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Timeout;

/** Any bytes, sent to the doors in every way that there is: the answer is never a fault of the server. */
@Timeout(value = 15, unit = TimeUnit.MINUTES)
class DoorFuzzTest {
    private static final RunningDoors DOORS =
            RunningDoors.open(new Parts(new MemoryLimits(1_000, 1_000, 100, 100), 64, UnaryOperator.identity(), true));

    @FuzzTest(maxDuration = "5m")
    void export_ofAnyBytes_isNoFaultOfTheServer(byte[] bytes) {
        assertThat(HttpCalls.postPacked(DOORS.uri("/v1/traces"), HttpCalls.PROTOBUF, bytes)
                        .statusCode())
                .isIn(200, 400, 413);
        for (Signal signal : Signal.values()) {
            URI uri = DOORS.uri(
                    switch (signal) {
                        case TRACES -> "/v1/traces";
                        case LOGS -> "/v1/logs";
                        case METRICS -> "/v1/metrics";
                    });
            for (String type : new String[] {HttpCalls.PROTOBUF, HttpCalls.JSON}) {
                assertThat(HttpCalls.post(uri, type, bytes).statusCode()).isIn(200, 400);
                assertThat(HttpCalls.postPacked(uri, type, HttpCalls.gzip(bytes))
                                .statusCode())
                        .isIn(200, 400);
            }
            assertThat(RawExports.send(DOORS, signal, bytes).getCode()).isIn(Code.OK, Code.INVALID_ARGUMENT);
        }
    }
}
