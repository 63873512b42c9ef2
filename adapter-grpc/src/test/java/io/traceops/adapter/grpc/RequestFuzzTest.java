package io.traceops.adapter.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.google.protobuf.Message;
import io.grpc.CallOptions;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.traceops.adapter.memory.MemoryLimits;
import io.traceops.v1.EventServiceGrpc;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;

/**
 * Any bytes, taken for a request: the answer is never a fault of the server. In the build the inputs in the folder of the
 * test's name are tried; with {@code JAZZER_FUZZ=1} new ones are sought.
 */
@Timeout(value = 15, unit = TimeUnit.MINUTES)
class RequestFuzzTest {
    private static final OpenDoor OPEN = open();

    @FuzzTest(maxDuration = "5m")
    void createEvent_anyBytes_isNoFaultOfTheServer(byte[] bytes) throws InterruptedException, ExecutionException {
        assertThat(answer(EventServiceGrpc.getCreateEventMethod(), bytes))
                .isIn(
                        Status.Code.OK,
                        Status.Code.INVALID_ARGUMENT,
                        Status.Code.ALREADY_EXISTS,
                        Status.Code.OUT_OF_RANGE,
                        Status.Code.RESOURCE_EXHAUSTED);
    }

    @FuzzTest(maxDuration = "5m")
    void streamEvents_anyBytes_isNoFaultOfTheServer(byte[] bytes) throws InterruptedException, ExecutionException {
        assertThat(answer(EventServiceGrpc.getStreamEventsMethod(), bytes))
                .isIn(Status.Code.OK, Status.Code.INVALID_ARGUMENT);
    }

    private static <R extends Message> Status.Code answer(MethodDescriptor<?, R> method, byte[] bytes)
            throws InterruptedException, ExecutionException {
        return RawCalls.send(OPEN.channel.newCall(RawCalls.of(method), CallOptions.DEFAULT), bytes)
                .end();
    }

    private static OpenDoor open() {
        try {
            return OpenDoor.to(Engine.limited(new MemoryLimits(1_000, 1_000, 100, 100)), Transport.IN_PROCESS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
