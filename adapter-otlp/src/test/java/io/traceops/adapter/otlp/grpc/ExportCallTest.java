package io.traceops.adapter.otlp.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Message;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.ServerCall;
import io.grpc.Status;
import io.grpc.Status.Code;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.traceops.adapter.memory.MemoryLedger;
import io.traceops.adapter.memory.MemoryLimits;
import io.traceops.adapter.memory.sketch.HllDistinctSketches;
import io.traceops.adapter.otlp.intake.ExportIntake;
import io.traceops.adapter.otlp.intake.Signal;
import io.traceops.adapter.otlp.wire.Slice;
import io.traceops.application.capture.BodyBudget;
import io.traceops.application.capture.CaptureEvents;
import io.traceops.domain.event.EventId;
import io.traceops.domain.fold.FoldPolicy;
import io.traceops.domain.grouping.Fingerprinter;
import io.traceops.domain.grouping.GroupingPolicy;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What becomes of a call, whatever its client does. */
class ExportCallTest {
    private final Recording call = new Recording();
    private final MeterRegistry registry = new SimpleMeterRegistry();
    private final BodyBudget budget = new BodyBudget(100);
    private final AtomicInteger left = new AtomicInteger();
    private final ExportCall export = new ExportCall(call, Signal.TRACES, intake(), left::incrementAndGet);

    /** A call of gRPC that keeps how it was closed. */
    private static final class Recording extends ServerCall<RawExport, Message> {
        private final List<Status> closed = new ArrayList<>();
        private int answers;

        @Override
        public void request(int messages) {}

        @Override
        public void sendHeaders(Metadata headers) {}

        @Override
        public void sendMessage(Message message) {
            answers++;
        }

        @Override
        public void close(Status status, Metadata trailers) {
            closed.add(status);
        }

        @Override
        public boolean isCancelled() {
            return false;
        }

        @Override
        public MethodDescriptor<RawExport, Message> getMethodDescriptor() {
            throw new UnsupportedOperationException("nobody asks for it");
        }
    }

    @Test
    void export_thatIsCutOff_leavesWhenGrpcSaysSo() {
        export.onMessage(received(7));
        assertThat(budget.bytesTaken()).isEqualTo(7);
        assertThat(left).hasValue(0);

        export.onCancel();
        assertThat(call.closed).isEmpty();
        assertThat(call.answers).isZero();
        assertThat(budget.bytesTaken()).isZero();
        assertThat(left).hasValue(1);
    }

    @Test
    void export_thatCame_isAnsweredOnce() {
        export.onMessage(received(7));
        export.onHalfClose();

        assertThat(call.closed).extracting(Status::getCode).containsExactly(Code.OK);
        assertThat(call.answers).isEqualTo(1);
        export.onComplete();
        assertThat(budget.bytesTaken()).isZero();
        assertThat(left).hasValue(1);
    }

    @Test
    void export_thatComesTwice_isRefusedAndTakesNoRoomTwice() {
        export.onMessage(received(7));
        export.onMessage(received(9));

        assertThat(call.closed).extracting(Status::getCode).containsExactly(Code.INVALID_ARGUMENT);
        assertThat(budget.bytesTaken()).isEqualTo(7);
        export.onComplete();
        assertThat(budget.bytesTaken()).isZero();
    }

    @Test
    void export_thatCannotBeRead_isCounted() {
        export.onMessage(new RawExport.Refused(Problems.malformed("the export cannot be decompressed"), true));

        assertThat(call.closed).extracting(Status::getCode).containsExactly(Code.INVALID_ARGUMENT);
        assertThat(registry.get("traceops.wire.items")
                        .tags("item", "export", "outcome", "invalid")
                        .counter()
                        .count())
                .isEqualTo(1);
    }

    private RawExport.Received received(long bytesTaken) {
        BodyBudget.Share share = budget.open();
        assertThat(share.grow(bytesTaken)).isTrue();
        return new RawExport.Received(Slice.of(new byte[0]), share);
    }

    private ExportIntake intake() {
        CaptureEvents capture = new CaptureEvents(
                new MemoryLedger(MemoryLimits.DEFAULT, FoldPolicy.DEFAULT, new HllDistinctSketches(), _ -> {}),
                new Fingerprinter(GroupingPolicy.DEFAULT),
                () -> new EventId("e"),
                InstantSource.system(),
                (_, _) -> {},
                1);
        return new ExportIntake(capture, InstantSource.system(), registry, false);
    }
}
