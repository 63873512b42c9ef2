package io.traceops.adapter.otlp.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import io.traceops.adapter.otlp.failure.LogFailures;
import io.traceops.adapter.otlp.failure.Names;
import io.traceops.adapter.otlp.failure.SpanFailures;
import io.traceops.adapter.otlp.intake.Signal;
import io.traceops.adapter.otlp.json.JsonExport;
import io.traceops.adapter.otlp.wire.ExportWalk;
import io.traceops.adapter.otlp.wire.MalformedExport;
import io.traceops.adapter.otlp.wire.Slice;
import io.traceops.adapter.otlp.wire.WireCheck;
import io.traceops.application.capture.EventDraft;
import io.traceops.domain.event.Event;
import io.traceops.domain.event.EventId;
import io.traceops.domain.event.Metadata;
import io.traceops.domain.event.ServiceName;
import io.traceops.domain.event.Text;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;

/**
 * Any bytes, taken for an export: they are refused, or every event in them can be stored. In the build the inputs in the
 * folder of the test's name are tried; with {@code JAZZER_FUZZ=1} new ones are sought.
 */
@Timeout(value = 15, unit = TimeUnit.MINUTES)
class ExportFuzzTest {
    private static final long NOON_MICROS = 1_772_366_400_000_000L;

    @FuzzTest(maxDuration = "5m")
    void protobuf_ofAnyBytes_isRefusedOrTellsOfEventsThatFit(byte[] bytes) throws MalformedExport {
        for (Signal signal : Signal.values()) {
            boolean isSound = isSound(signal, Slice.of(bytes));
            // What the library takes, this takes too.
            assertThat(isSound || !isReadByTheLibrary(signal, bytes)).isTrue();
            if (isSound) {
                readAll(signal, Slice.of(bytes));
            }
        }
    }

    @FuzzTest(maxDuration = "5m")
    void json_ofAnyBytes_isRefusedOrBecomesSoundProtobuf(byte[] bytes) throws MalformedExport {
        for (Signal signal : Signal.values()) {
            Slice export;
            try {
                export = JsonExport.toProtobuf(signal, bytes);
            } catch (MalformedExport malformed) {
                assertThat(malformed.getMessage()).isNotBlank();
                continue;
            }
            assertThat(isSound(signal, export)).isTrue();
            assertThat(export.length()).isLessThanOrEqualTo(bytes.length);
            readAll(signal, export);
        }
    }

    private static void readAll(Signal signal, Slice export) throws MalformedExport {
        SpanFailures spans = new SpanFailures(true);
        LogFailures logs = new LogFailures();
        ExportWalk.over(export, Names.OF_RESOURCES, (origin, telemetryRecord) -> {
            switch (signal) {
                case TRACES -> spans.read(origin, telemetryRecord, NOON_MICROS, (_, draft) -> fits(draft));
                case LOGS -> logs.read(origin, telemetryRecord, NOON_MICROS, (_, draft) -> fits(draft));
                case METRICS -> {}
            }
        });
    }

    private static void fits(EventDraft draft) {
        String message = draft.message().orElseThrow();
        assertThat(EventId.problemOf(draft.id().orElseThrow())).isEmpty();
        assertThat(ServiceName.problemOf(draft.serviceName().orElseThrow())).isEmpty();
        assertThat(Text.problemOf(message)).isEmpty();
        assertThat(message).hasSizeLessThanOrEqualTo(Event.MESSAGE_LENGTH_MAX);
        assertThat(Metadata.problemOf(draft.metadata().orElseThrow())).isEmpty();
        assertThat(draft.timestampMicros().orElse(0)).isBetween(0L, NOON_MICROS + 86_400_000_000L);
    }

    private static boolean isSound(Signal signal, Slice export) {
        try {
            WireCheck.check(export, signal.request());
            return true;
        } catch (MalformedExport _) {
            return false;
        }
    }

    private static boolean isReadByTheLibrary(Signal signal, byte[] bytes) {
        try {
            return DynamicMessage.parseFrom(signal.request(), bytes).isInitialized();
        } catch (InvalidProtocolBufferException _) {
            return false;
        }
    }
}
