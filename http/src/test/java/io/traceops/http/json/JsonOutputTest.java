package io.traceops.http.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonOutputTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "1767225600000000, 1767225600000",
        "1767225600000250, 1767225600000.25",
        "1767225600000001, 1767225600000.001",
        "1, 0.001",
    })
    void time_inMicros_isWrittenInMillis(long micros, String json) {
        assertThat(write(EpochMillis.ofMicros(micros))).isEqualTo(json);
    }

    private record Sample(
            String text, Optional<String> maybe, List<String> list, Optional<EpochMillis> time, BigDecimal points) {}

    @Test
    void absentValue_isLeftOutAndEmptyOnesAreNot() {
        Sample sample = new Sample(
                "", Optional.empty(), List.of(), EpochMillis.ofMicros(OptionalLong.empty()), new BigDecimal("1E+2"));

        assertThat(write(sample)).isEqualTo("{\"text\":\"\",\"list\":[],\"points\":100}");
    }

    private static String write(Object value) {
        return new String(JsonOutput.bytes(value), UTF_8);
    }
}
