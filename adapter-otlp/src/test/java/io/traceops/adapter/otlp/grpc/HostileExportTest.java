package io.traceops.adapter.otlp.grpc;

import static io.traceops.adapter.otlp.Telemetry.exception;
import static io.traceops.adapter.otlp.Telemetry.resource;
import static io.traceops.adapter.otlp.Telemetry.span;
import static io.traceops.adapter.otlp.Telemetry.traces;
import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status.Code;
import io.traceops.adapter.otlp.HostileBytes;
import io.traceops.adapter.otlp.HttpCalls;
import io.traceops.adapter.otlp.RunningDoors;
import io.traceops.adapter.otlp.intake.Signal;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HostileExportTest {
    private static final RunningDoors DOORS = RunningDoors.open();
    private static final byte[] SOUND = traces(resource("hostile"), span().addEvents(exception("A", "b", "")))
            .toByteArray();

    @AfterAll
    static void close() {
        DOORS.close();
    }

    @ParameterizedTest
    @EnumSource
    void export_ofNoBytes_isTaken(Signal signal) {
        assertThat(RawExports.send(DOORS, signal, new byte[0]).getCode()).isEqualTo(Code.OK);
    }

    @ParameterizedTest
    @EnumSource
    void export_thatIsMissing_isInvalid(Signal signal) {
        assertThat(RawExports.send(DOORS, signal).getCode()).isEqualTo(Code.INVALID_ARGUMENT);
    }

    @ParameterizedTest
    @EnumSource
    void export_thatComesTwice_isInvalid(Signal signal) {
        assertThat(RawExports.send(DOORS, signal, new byte[0], new byte[0]).getCode())
                .isEqualTo(Code.INVALID_ARGUMENT);
    }

    @Test
    void export_brokenOffAnywhere_isInvalidAndLeavesNothingOrIsTaken() {
        for (int length = 1; length < SOUND.length; length++) {
            assertThat(RawExports.send(DOORS, Signal.TRACES, Arrays.copyOf(SOUND, length))
                            .getCode())
                    .isEqualTo(Code.INVALID_ARGUMENT);
        }
        assertThat(DOORS.events()).isEmpty();
    }

    @Test
    void export_thatOnlyClaimsToBePacked_isInvalid() {
        assertThat(RawExports.sendFalselyPacked(DOORS, Signal.TRACES, SOUND).getCode())
                .isEqualTo(Code.INVALID_ARGUMENT);
        byte[] brokenOff = Arrays.copyOf(HttpCalls.gzip(SOUND), 60);
        assertThat(RawExports.sendFalselyPacked(DOORS, Signal.TRACES, brokenOff).getCode())
                .isEqualTo(Code.INVALID_ARGUMENT);
    }

    @ParameterizedTest
    @EnumSource
    void export_nestedDeep_isAnswered(Signal signal) {
        assertThat(RawExports.send(DOORS, signal, HostileBytes.deepAttribute(100_000))
                        .getCode())
                .isEqualTo(Code.OK);
    }

    @ParameterizedTest
    @EnumSource
    void export_ofGroupsWithinGroups_isInvalid(Signal signal) {
        byte[] groups = new byte[1_000_000];
        Arrays.fill(groups, (byte) ((9 << 3) | 3));

        assertThat(RawExports.send(DOORS, signal, groups).getCode()).isEqualTo(Code.INVALID_ARGUMENT);
    }

    @ParameterizedTest
    @EnumSource
    void export_ofMillionsOfEmptyRecords_isTakenInLittleMemory(Signal signal) {
        assertThat(RawExports.send(DOORS, signal, HostileBytes.emptyRecords(10_000_000))
                        .getCode())
                .isEqualTo(Code.OK);
    }
}
