package io.traceops.domain.grouping.text;

import io.traceops.domain.grouping.decision.DecisionLog;

/**
 * The message part of a grouping: the first two lines that say something, with what varies from one occurrence of an
 * error to the next replaced by its kind.
 *
 * <p>What carries its kind in its own shape (a UUID, an address, a date, a quantity with its unit, a long number) is
 * always replaced. A short number, a decimal or a quoted value may just as well be the difference between two errors;
 * it is replaced only when a stack frame pins the place where the error was raised. And a code that states the kind of
 * failure, such as an HTTP status, is never replaced.
 *
 * <p>One scan from left to right without backtracking: linear in the length of the message, total on arbitrary text.
 */
public final class MessageTemplate {
    private static final int LINES_MAX = 2;

    private MessageTemplate() {}

    /**
     * The canonical form of a raw message.
     *
     * @param pinned whether a stack frame pins the place where the error was raised
     */
    public static String canonical(String raw, boolean pinned, DecisionLog log) {
        String text = MessageLines.clean(raw);
        char[] chars = text.toCharArray();
        StringBuilder out = new StringBuilder(Math.min(text.length() + 16, 512));
        int lines = 0;
        int at = 0;
        while (at < chars.length && lines < LINES_MAX) {
            int end = lineEnd(chars, at);
            if (!isBlank(chars, at, end)) {
                if (lines > 0) {
                    out.append('\n');
                }
                Tokenizer.templateLine(new LineScan(text.substring(at, end), pinned, log, out));
                lines++;
            }
            at = end + 1;
        }
        if (log.isRecording() && at < chars.length && !isBlank(chars, at, chars.length)) {
            log.add("further-lines-dropped", text.substring(at), "");
        }
        return out.toString();
    }

    private static int lineEnd(char[] chars, int from) {
        int at = from;
        while (at < chars.length && chars[at] != '\n' && chars[at] != '\r') {
            at++;
        }
        return at;
    }

    private static boolean isBlank(char[] chars, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!Chars.isBlank(chars[i])) {
                return false;
            }
        }
        return true;
    }
}
