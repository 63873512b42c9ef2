package io.traceops.domain.grouping.stack;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;

/** Texts of a mebibyte, made of few parts, for scans that must not depend on anything but the length. */
final class HostileTexts {
    private static final int LENGTH = 1 << 20;

    private HostileTexts() {}

    /** A line, repeated on one line, on lines of their own, and in front of a long line. */
    static Stream<Named<String>> grown(String line) {
        int times = LENGTH / (line.length() + 1);
        return Stream.of(
                Named.of("once: " + line, line),
                Named.of("repeated: " + line, line.repeat(times)),
                Named.of("on many lines: " + line, (line + '\n').repeat(times)),
                Named.of("before a long line: " + line, line + "a".repeat(LENGTH) + '\n' + line));
    }

    /** A frame with a part that is repeated, written as {@code before~part~after}. */
    static Stream<Named<String>> stretched(String frame) {
        String[] parts = frame.split("~", -1);
        int times = LENGTH / parts[1].length();
        return Stream.of(Named.of("stretched: " + frame, parts[0] + parts[1].repeat(times) + parts[2]));
    }

    /** Half a mebibyte of one part, then half of another, written as {@code one~other}. */
    static Stream<Named<String>> halves(String parts) {
        String[] half = parts.split("~", -1);
        return Stream.of(Named.of(
                "halves: " + parts,
                half[0].repeat(LENGTH / 2 / half[0].length()) + half[1].repeat(LENGTH / 2 / half[1].length())));
    }

    /** Lines of all kinds in an order that the seed decides, cut anywhere. */
    static Stream<Named<String>> mixtures(List<String> lines) {
        return Stream.of(1L, 2L, 3L, 4L).map(seed -> Named.of("a mixture of seed " + seed, mixture(lines, seed)));
    }

    private static String mixture(List<String> lines, long seed) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder(LENGTH);
        while (text.length() < LENGTH) {
            String line = lines.get(random.nextInt(lines.size()));
            text.append(line, 0, random.nextInt(line.length() + 1));
            text.append(random.nextInt(4) == 0 ? "\n" : "");
        }
        return text.toString();
    }
}
