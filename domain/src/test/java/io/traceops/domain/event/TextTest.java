package io.traceops.domain.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextTest {
    private static final String GRIN = "\ud83d\ude00";

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "é", "\u07ff", "\u0800", "\uffff", GRIN, "a" + GRIN + "b"})
    void wellFormedText_isAcceptedAndMeasuredInUtf8(String text) {
        assertThat(Text.isWellFormed(text)).isTrue();
        assertThat(Text.problemOf(text)).isEmpty();
        assertThat(Text.utf8Length(text)).isEqualTo(text.getBytes(StandardCharsets.UTF_8).length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\ud83d", "\ude00", "a\ud83d", "\ud83dx", "\ude00\ud83d", "\ud83d\ud83d\ude00"})
    void textWithHalfAPair_isRefused(String text) {
        assertThat(Text.isWellFormed(text)).isFalse();
        assertThat(Text.problemOf(text)).isPresent();
    }

    @Test
    void utf8Length_loneSurrogates_countsThreeEach() {
        assertThat(Text.utf8Length("\ud83d")).isEqualTo(3);
        assertThat(Text.utf8Length("\ud83dx")).isEqualTo(4);
        assertThat(Text.utf8Length("\ude00")).isEqualTo(3);
    }

    @Test
    void cut_neverSplitsAPair() {
        assertThat(Text.cut("abc", 3)).isEqualTo("abc");
        assertThat(Text.cut("abcd", 3)).isEqualTo("abc");
        assertThat(Text.cut("ab" + GRIN, 3)).isEqualTo("ab");
        assertThat(Text.cut("ab" + GRIN + "c", 4)).isEqualTo("ab" + GRIN);
        assertThat(Text.cut("abc", 0)).isEmpty();
    }

    @Test
    void micros_ofAnInstant_cutsNanosecondsAndComesBack() {
        Instant instant = Instant.parse("2026-01-02T03:04:05.123456789Z");

        assertThat(Micros.toInstant(Micros.of(instant))).isEqualTo(Instant.parse("2026-01-02T03:04:05.123456Z"));
        assertThat(Micros.of(Instant.EPOCH)).isZero();
        assertThat(Micros.toInstant(-1)).isEqualTo(Instant.parse("1969-12-31T23:59:59.999999Z"));
    }
}
