package io.traceops.domain.grouping.stack;

import io.traceops.domain.grouping.decision.DecisionLog;
import java.util.Optional;

/** A text of no known shape: its first line that names anything stands for the frame, with its numbers removed. */
final class UnknownStack {
    private UnknownStack() {}

    static Optional<TopFrame> read(String text, DecisionLog log) {
        LineCursor lines = LineCursor.over(text);
        while (lines.next()) {
            String line = TextScan.cut(lines.line(), FrameSearch.NAME_LENGTH_MAX);
            String canonical = withoutNumbers(line);
            if (!canonical.isEmpty()) {
                log.add("unrecognised-stack", line, canonical);
                return Optional.of(new TopFrame(StackLanguage.UNKNOWN, canonical, false));
            }
        }
        return Optional.empty();
    }

    /** Leaves out runs of digits, and hexadecimal numbers behind {@code 0x} as a whole. */
    private static String withoutNumbers(String line) {
        StringBuilder kept = new StringBuilder(line.length());
        int index = 0;
        while (index < line.length()) {
            if (line.startsWith("0x", index)) {
                index = TextScan.skipHex(line, index + 2, line.length());
            } else if (TextScan.isDigit(line.charAt(index))) {
                index = TextScan.skipDigits(line, index, line.length());
            } else {
                kept.append(line.charAt(index));
                index++;
            }
        }
        return kept.toString().strip();
    }
}
