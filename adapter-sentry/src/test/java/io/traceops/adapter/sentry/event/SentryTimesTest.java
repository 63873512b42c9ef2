package io.traceops.adapter.sentry.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.traceops.domain.event.JsonValue;
import io.traceops.domain.event.JsonValue.JsonNull;
import io.traceops.domain.event.JsonValue.JsonNumber;
import io.traceops.domain.event.JsonValue.JsonString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SentryTimesTest {
    private static final long NOON = 1_772_366_400_000_000L;

    @ParameterizedTest
    @CsvSource({
        "2026-03-01T12:00:00Z, 1772366400000000",
        "2026-03-01T12:00:00, 1772366400000000",
        "2026-03-01 12:00:00, 1772366400000000",
        "2026-03-01T12:00:00.5, 1772366400500000",
        "2026-03-01T12:00:00.123456789Z, 1772366400123456",
        "2026-03-01T12:00:00+00:00, 1772366400000000",
        "2026-03-01T13:30:00+01:30, 1772366400000000",
        "2026-03-01T13:30:00+0130, 1772366400000000",
        "2026-03-01t12:00:00z, 1772366400000000",
        "1772366400, 1772366400000000",
        "1772366400.25, 1772366400250000",
        "1970-01-01T00:00:00Z, 0",
    })
    void text_thatIsATime_isRead(String text, long micros) {
        assertThat(SentryTimes.micros(new JsonString(text), NOON)).hasValue(micros);
    }

    @ParameterizedTest
    @CsvSource({
        "1772366400, 1772366400000000",
        "1772366400.1234567, 1772366400123456",
        "1.7723664e9, 1772366400000000",
        "0, 0",
        "1e-300, 0",
    })
    void number_ofSeconds_isRead(String literal, long micros) {
        assertThat(SentryTimes.micros(new JsonNumber(literal), NOON)).hasValue(micros);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "2026-03-01",
                "2026-13-01T12:00:00Z",
                "2026-03-01T12:00:00+99:00",
                "1969-12-31T23:59:59Z",
                "+999999999-12-31T23:59:59Z",
                "-1",
                "1772366400000",
                "1e300",
            })
    void text_thatNobodyCanMean_isNoTime(String text) {
        assertThat(SentryTimes.micros(new JsonString(text), NOON)).isEmpty();
    }

    @Test
    void value_ofAnotherKind_isNoTime() {
        assertThat(SentryTimes.micros(JsonNull.NULL, NOON)).isEmpty();
        assertThat(SentryTimes.micros(new JsonValue.JsonBoolean(true), NOON)).isEmpty();
    }

    @Test
    void time_upToADayAhead_isTaken() {
        assertThat(SentryTimes.micros(new JsonString("2026-03-02T12:00:00Z"), NOON))
                .isPresent();
        assertThat(SentryTimes.micros(new JsonString("2026-03-02T12:00:00.000001Z"), NOON))
                .isEmpty();
    }
}
