package io.traceops.adapter.rest.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.traceops.adapter.rest.stream.LineSplitter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** However a stream is cut into pieces: its lines are the same, and none is longer than allowed. */
class LineSplitterFuzzTest {
    private static final int LINE_BYTES_MAX = 16;

    @FuzzTest(maxDuration = "10m")
    void lines_inAnyPieces_areTheSame(FuzzedDataProvider data) {
        List<byte[]> pieces = new ArrayList<>();
        while (data.remainingBytes() > 0) {
            pieces.add(data.consumeBytes(data.consumeInt(0, 40)));
        }
        byte[] whole = new byte[pieces.stream().mapToInt(piece -> piece.length).sum()];
        int at = 0;
        for (byte[] piece : pieces) {
            System.arraycopy(piece, 0, whole, at, piece.length);
            at += piece.length;
        }

        assertThat(lines(pieces)).isEqualTo(lines(List.of(whole)));
    }

    private static List<String> lines(List<byte[]> pieces) {
        List<String> lines = new ArrayList<>();
        LineSplitter splitter = new LineSplitter(LINE_BYTES_MAX, new LineSplitter.Lines() {
            @Override
            public void line(long number, byte[] bytes, int from, int to) {
                assertThat(to - from).isBetween(0, LINE_BYTES_MAX);
                lines.add(number + ":" + Arrays.toString(Arrays.copyOfRange(bytes, from, to)));
            }

            @Override
            public void tooLong(long number) {
                lines.add(number + ":too long");
            }
        });
        pieces.forEach(piece -> splitter.feed(piece, 0, piece.length));
        splitter.end();
        return lines;
    }
}
