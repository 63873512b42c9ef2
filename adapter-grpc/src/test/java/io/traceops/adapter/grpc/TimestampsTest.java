package io.traceops.adapter.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Timestamp;
import io.traceops.application.capture.Violation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimestampsTest {
    private final List<Violation> malformed = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0",
        "1, 0, 1000000",
        "1, 999, 1000000",
        "1, 1000, 1000001",
        "1, 999999999, 1999999",
        "-1, 0, -1000000",
        "-62135596800, 0, -62135596800000000",
        "253402300799, 999999999, 253402300799999999",
    })
    void read_valid_givesMicrosAndCutsWhatIsFiner(long seconds, int nanos, long micros) {
        assertThat(read(seconds, nanos)).isEqualTo(OptionalLong.of(micros));
        assertThat(malformed).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "0, -1",
        "0, 1000000000",
        "0, -2147483648",
        "-62135596801, 0",
        "253402300800, 0",
        "9223372036854775807, 0",
        "-9223372036854775808, 0",
    })
    void read_outOfRange_isAViolationOfTheField(long seconds, int nanos) {
        assertThat(read(seconds, nanos)).isEmpty();
        assertThat(malformed).singleElement().extracting(Violation::field).isEqualTo("timestamp");
    }

    @Test
    void read_absent_isAbsent() {
        assertThat(Timestamps.read(false, Timestamp.getDefaultInstance(), "timestamp", malformed))
                .isEmpty();
        assertThat(malformed).isEmpty();
    }

    @Property
    void write_anyTime_isReadBack(
            @ForAll @LongRange(min = -62_135_596_800_000_000L, max = 253_402_300_799_999_999L) long micros) {
        Timestamp written = Timestamps.write(micros);

        assertThat(read(written.getSeconds(), written.getNanos())).isEqualTo(OptionalLong.of(micros));
    }

    @Test
    void write_duration_keepsNanos() {
        com.google.protobuf.Duration written = Timestamps.write(Duration.ofMillis(1_500));

        assertThat(written.getSeconds()).isEqualTo(1);
        assertThat(written.getNanos()).isEqualTo(500_000_000);
    }

    private OptionalLong read(long seconds, int nanos) {
        Timestamp timestamp =
                Timestamp.newBuilder().setSeconds(seconds).setNanos(nanos).build();
        return Timestamps.read(true, timestamp, "timestamp", malformed);
    }
}
