package io.traceops.domain.grouping.stack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextScanTest {
    @Test
    void blanks_atBothEnds_areSkippedWithinTheRange() {
        assertThat(TextScan.skipBlanks("x  a", 1, 4)).isEqualTo(3);
        assertThat(TextScan.skipBlanks("x   ", 1, 3)).isEqualTo(3);
        assertThat(TextScan.skipBlanks("a", 0, 1)).isZero();
        assertThat(TextScan.dropBlanks("a  x", 0, 3)).isEqualTo(1);
        assertThat(TextScan.dropBlanks("    ", 1, 4)).isEqualTo(1);
        assertThat(TextScan.dropBlanks("a", 0, 1)).isEqualTo(1);
    }

    @Test
    void startsWith_range_neverReadsBeyondIt() {
        assertThat(TextScan.startsWith("xabc", 1, 3, "ab")).isTrue();
        assertThat(TextScan.startsWith("xabc", 1, 3, "abc")).isFalse();
        assertThat(TextScan.startsWith("xabc", 1, 4, "b")).isFalse();
        assertThat(TextScan.endsWith("abcx", 0, 3, "bc")).isTrue();
        assertThat(TextScan.endsWith("abcx", 1, 3, "abc")).isFalse();
        assertThat(TextScan.endsWith("abcx", 0, 3, "cx")).isFalse();
    }

    @Test
    void contains_range_neverReadsBeyondIt() {
        assertThat(TextScan.contains("abc", 0, 3, "bc")).isTrue();
        assertThat(TextScan.contains("abc", 0, 2, "bc")).isFalse();
        assertThat(TextScan.contains("abc", 0, 3, "ab")).isTrue();
    }

    @Test
    void lastIndexOf_range_neverReadsBeyondIt() {
        assertThat(TextScan.lastIndexOf("a.b.c", 0, 5, '.')).isEqualTo(3);
        assertThat(TextScan.lastIndexOf("a.b.c", 0, 3, '.')).isEqualTo(1);
        assertThat(TextScan.lastIndexOf("a.b.c", 1, 3, '.')).isEqualTo(1);
        assertThat(TextScan.lastIndexOf("a.b.c", 2, 3, '.')).isEqualTo(-1);
    }

    @Test
    void digits_atBothEnds_areSkippedWithinTheRange() {
        assertThat(TextScan.skipDigits("a12b", 1, 4)).isEqualTo(3);
        assertThat(TextScan.skipDigits("a1234", 1, 3)).isEqualTo(3);
        assertThat(TextScan.skipDigits("a", 0, 1)).isZero();
        assertThat(TextScan.dropDigits("b12", 0, 3)).isEqualTo(1);
        assertThat(TextScan.dropDigits("1234", 2, 4)).isEqualTo(2);
        assertThat(TextScan.dropDigits("12b", 0, 3)).isEqualTo(3);
        assertThat(TextScan.skipHex("09afAFg", 0, 7)).isEqualTo(6);
        assertThat(TextScan.skipHex("09afAF", 0, 3)).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({
        "a.js:12:34, a.js, a.js:12, true",
        "a.js:12, a.js, a.js, false",
        "a.js, a.js, a.js, false",
        "a.js:, a.js:, a.js:, false",
        "a.js12, a.js12, a.js12, false",
        "a.js:x:12, a.js:x, a.js:x, false",
        "a.js:1:2:3, a.js:1, a.js:1:2, true",
        "12, 12, 12, false",
        ":12, '', '', false",
        "'', '', '', false",
    })
    void position_atTheEnd_isDropped(String text, String withoutBoth, String withoutOne, boolean both) {
        int to = text.length();

        assertThat(text.substring(0, TextScan.dropPosition(text, 0, to))).isEqualTo(withoutBoth);
        assertThat(text.substring(0, TextScan.dropColonNumber(text, 0, to))).isEqualTo(withoutOne);
        assertThat(TextScan.endsWithPosition(text, 0, to)).isEqualTo(both);
    }

    @Test
    void characters_besideTheRanges_areNeitherDigitNorHex() {
        for (char character : "/:".toCharArray()) {
            assertThat(TextScan.isDigit(character)).isFalse();
        }
        for (char character : "/:@G`g".toCharArray()) {
            assertThat(TextScan.isHex(character)).isFalse();
        }
        for (char character : "09afAF".toCharArray()) {
            assertThat(TextScan.isHex(character)).isTrue();
        }
    }

    @Test
    void cut_longText_neverSplitsASurrogatePair() {
        assertThat(TextScan.cut("abc", 3)).isEqualTo("abc");
        assertThat(TextScan.cut("abcd", 3)).isEqualTo("abc");
        assertThat(TextScan.cut("ab\ud83d\ude00", 3)).isEqualTo("ab");
        assertThat(TextScan.cut("a\ud83d\ude00b", 3)).isEqualTo("a\ud83d\ude00");
    }
}
