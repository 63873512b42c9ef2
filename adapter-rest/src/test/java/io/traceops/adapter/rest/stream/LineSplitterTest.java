package io.traceops.adapter.rest.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class LineSplitterTest {
    private static final int LINE_BYTES_MAX = 5;

    @Test
    void lines_inOnePiece_areCutApart() {
        assertThat(split("a\nbb\n\nc")).containsExactly("1:a", "2:bb", "3:", "4:c");
    }

    @Test
    void lines_inSeveralPieces_arePutTogether() {
        assertThat(split("a", "b\nc", "", "d", "\n")).containsExactly("1:ab", "2:cd");
    }

    @Test
    void lines_endedProperly_areNotFollowedByOneMore() {
        assertThat(split("a\n")).containsExactly("1:a");
        assertThat(split("\n")).containsExactly("1:");
        assertThat(split("")).isEmpty();
    }

    @Test
    void line_tooLong_isReportedOnceAndSteppedOver() {
        assertThat(split("12345\n123456\na")).containsExactly("1:12345", "2:too long", "3:a");
        assertThat(split("123", "456", "789", "\nb")).containsExactly("1:too long", "2:b");
        assertThat(split("a\n123456")).containsExactly("1:a", "2:too long");
        assertThat(split("12345", "6\nc")).containsExactly("1:too long", "2:c");
    }

    @Property
    void lines_inAnyPieces_areTheSame(
            @ForAll @StringLength(max = 40) @CharRange(from = '\n', to = '\r') String text,
            @ForAll @Size(max = 10) List<@IntRange(min = 0, max = 40) Integer> cuts) {
        List<String> pieces = new ArrayList<>();
        int from = 0;
        for (int cut : cuts.stream().sorted().toList()) {
            int to = Math.min(cut, text.length());
            pieces.add(text.substring(from, to));
            from = to;
        }
        pieces.add(text.substring(from));

        assertThat(split(pieces.toArray(String[]::new))).isEqualTo(expected(text));
    }

    /** The same by the most plain means. */
    private static List<String> expected(String text) {
        String[] lines = text.split("\n", -1);
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < lines.length; i++) {
            boolean isEnd = i == lines.length - 1 && lines[i].isEmpty();
            if (!isEnd) {
                expected.add((i + 1) + ":" + (lines[i].length() > LINE_BYTES_MAX ? "too long" : lines[i]));
            }
        }
        return expected;
    }

    private static List<String> split(String... pieces) {
        List<String> lines = new ArrayList<>();
        LineSplitter splitter = new LineSplitter(LINE_BYTES_MAX, new LineSplitter.Lines() {
            @Override
            public void line(long number, byte[] bytes, int from, int to) {
                lines.add(number + ":" + new String(bytes, from, to - from, UTF_8));
            }

            @Override
            public void tooLong(long number) {
                lines.add(number + ":too long");
            }
        });
        for (String piece : pieces) {
            byte[] bytes = ("##" + piece + "##").getBytes(UTF_8);
            splitter.feed(bytes, 2, bytes.length - 2);
        }
        splitter.end();
        return lines;
    }
}
