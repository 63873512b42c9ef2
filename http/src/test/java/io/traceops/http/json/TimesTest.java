package io.traceops.http.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.OptionalLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimesTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0, 0",
        "0.0e-400, 0",
        "1, 1000",
        "1767225600000, 1767225600000000",
        "1767225600000.25, 1767225600000250",
        "1.767225600000e12, 1767225600000000",
        "0.0019, 1",
        "-0.0001, -1",
        "-1, -1000",
        "9000000000000000, 9000000000000000000",
        "1e-300, 0",
    })
    void millis_ofNumber_areCutToMicros(String literal, long micros) {
        assertThat(Times.ofMillis(literal)).hasValue(micros);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", " 1", "1 ", "+1", "01", "1.", ".5", "0x1", "1_000", "NaN", "1e400", "1e-400", "9.1e15", "-9.1e15",
                "１"
            })
    void millis_ofAnythingElse_areNone(String literal) {
        assertThat(Times.ofMillis(literal)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "1970-01-01T00:00:00Z, 0",
        "1970-01-01t00:00:00z, 0",
        "1970-01-01 00:00:00+00:00, 0",
        "2026-03-01T12:00:00.250Z, 1772366400250000",
        "2026-03-01T13:30:00+01:30, 1772366400000000",
        "2026-03-01T10:30:00-01:30, 1772366400000000",
        "2026-03-01T12:00:00.1234569Z, 1772366400123456",
        "2026-03-01T12:00:00.12345678901234567890Z, 1772366400123456",
        "2016-12-31T23:59:60Z, 1483228800000000",
        "2024-02-29T00:00:00Z, 1709164800000000",
        "1969-12-31T23:59:59Z, -1000000",
    })
    void text_ofRfc3339_isReadToTheMicrosecond(String text, long micros) {
        assertThat(Times.ofText(text)).hasValue(micros);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "now",
                "2026-03-01",
                "2026-03-01T12:00:00",
                "2026-03-01T12:00Z",
                "2026-03-01T12:00:00.Z",
                "2026-03-01T24:00:00Z",
                "2026-03-01T12:60:00Z",
                "2026-03-01T12:00:61Z",
                "2026-02-30T12:00:00Z",
                "2025-02-29T12:00:00Z",
                "2026-13-01T12:00:00Z",
                "2026-00-01T12:00:00Z",
                "2026-03-01T12:00:00+0100",
                "2026-03-01T12:00:00+01",
                "2026-03-01T12:00:00+24:00",
                "2026-03-01T12:00:00Zx",
                "+2026-03-01T12:00:00Z",
                "20260-03-01T12:00:00Z",
                "2026-03-01T12:00:00.１Z",
                "2026-03-01T12:00:00.00000000000000000000000000000000000000000000000000Z",
            })
    void text_ofAnythingElse_isNoTime(String text) {
        assertThat(Times.ofText(text)).isEmpty();
    }

    @Property
    void text_asThePlatformWritesIt_isReadBack(
            @ForAll @LongRange(min = 0, max = 253_402_300_799_999_999L) long micros,
            @ForAll @IntRange(min = -18 * 60, max = 18 * 60) int offsetMinutes) {
        Instant instant = Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
        ZoneOffset offset = ZoneOffset.ofTotalSeconds(offsetMinutes * 60);
        String text = DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant.atOffset(offset));

        // RFC 3339 writes years with four digits, so the last hours before the year 10000 are out in some offsets.
        boolean hasPlainYear = text.charAt(4) == '-';
        assertThat(Times.ofText(text)).isEqualTo(hasPlainYear ? OptionalLong.of(micros) : OptionalLong.empty());
    }

    @Property
    void query_ofAnyText_neverFails(@ForAll String text) {
        assertThat(Times.ofQuery(text)).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({"1000, 1000000", "1970-01-01T00:00:01Z, 1000000"})
    void query_ofEitherForm_isRead(String text, long micros) {
        assertThat(Times.ofQuery(text)).hasValue(micros);
    }
}
