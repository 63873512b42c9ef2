package io.traceops.domain.grouping.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineCursorTest {
    @Test
    void next_text_givesItsLinesWithoutTheirBlanks() {
        assertThat(lines(LineCursor.over("a\n  b c \t\r\n\n\td"))).containsExactly("0:a", "2:b c", "0:", "1:d");
    }

    @Test
    void next_emptyText_hasNoLine() {
        assertThat(lines(LineCursor.over(""))).isEmpty();
        assertThat(lines(LineCursor.over("\n"))).containsExactly("0:");
        assertThat(lines(LineCursor.over("a\n"))).containsExactly("0:a");
    }

    @Test
    void within_range_cutsTheLastLine() {
        assertThat(lines(LineCursor.within("one\ntwo\nthree", 1, 10))).containsExactly("0:ne", "0:two", "0:th");
        assertThat(lines(LineCursor.within("one\ntwo", 4, 4))).isEmpty();
    }

    @Test
    void leading_longText_isBoundedInLinesAndInLength() {
        assertThat(lines(LineCursor.leading("x\n".repeat(LineCursor.LEADING_LINES_MAX + 5))))
                .hasSize(LineCursor.LEADING_LINES_MAX);
        assertThat(lines(LineCursor.leading("x".repeat(LineCursor.LEADING_LENGTH_MAX + 5))))
                .containsExactly("0:" + "x".repeat(LineCursor.LEADING_LENGTH_MAX));
    }

    @Test
    void endOfLines_text_isBehindTheLastOfThem() {
        assertThat(LineCursor.endOfLines("a\nb\nc", 2)).isEqualTo(4);
        assertThat(LineCursor.endOfLines("a\nb\nc", 3)).isEqualTo(5);
        assertThat(LineCursor.endOfLines("a\nb\n", 2)).isEqualTo(4);
        assertThat(LineCursor.endOfLines("a\nb\nc", 0)).isZero();
        assertThat(LineCursor.endOfLines("", 2)).isZero();
    }

    @Test
    void nextNonBlank_blankLines_arePassedOver() {
        LineCursor lines = LineCursor.over("\n \t\r\n  a\n");

        assertThat(lines.nextNonBlank()).isTrue();
        assertThat(lines.line()).isEqualTo("a");
        assertThat(lines.nextNonBlank()).isFalse();
    }

    @Test
    void startsWithAndEndsWith_line_regardItWithoutItsBlanks() {
        LineCursor lines = LineCursor.over(" at f \nnext");
        lines.next();

        assertThat(lines.startsWith("at ")).isTrue();
        assertThat(lines.startsWith("at f")).isTrue();
        assertThat(lines.startsWith("at f ")).isFalse();
        assertThat(lines.endsWith(" f")).isTrue();
        assertThat(lines.endsWith("at f")).isTrue();
        assertThat(lines.endsWith(" at f")).isFalse();
        assertThat(lines.start()).isEqualTo(1);
        assertThat(lines.end()).isEqualTo(5);
    }

    private static List<String> lines(LineCursor cursor) {
        List<String> lines = new ArrayList<>();
        while (cursor.next()) {
            lines.add(cursor.indent() + ":" + cursor.line());
        }
        return lines;
    }
}
