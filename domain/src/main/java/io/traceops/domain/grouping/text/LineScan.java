package io.traceops.domain.grouping.text;

import io.traceops.domain.grouping.decision.DecisionLog;

/**
 * One pass over one line: where it stands, and what has come out so far. Every step moves forward, so that the pass
 * ends. Not thread-safe.
 */
final class LineScan {
    /** Stands for "no such token here" where an end is asked for. */
    static final int NONE = -1;

    private final String line;

    /** The characters of the line, which are looked at many times. */
    private final char[] chars;

    private final int end;
    private final boolean pinned;
    private final DecisionLog log;
    private final StringBuilder out;
    private int at;
    private int missing;

    /** @param pinned whether a stack frame pins the place where the error was raised */
    LineScan(String line, boolean pinned, DecisionLog log, StringBuilder out) {
        this.line = line;
        this.chars = line.toCharArray();
        this.end = chars.length;
        this.pinned = pinned;
        this.log = log;
        this.out = out;
    }

    int at() {
        return at;
    }

    boolean isDone() {
        return at >= end;
    }

    boolean isPinned() {
        return pinned;
    }

    DecisionLog log() {
        return log;
    }

    /** The character at an index, or NUL outside of the line, where no line has one. */
    char charAt(int index) {
        return index >= 0 && index < chars.length ? chars[index] : '\0';
    }

    boolean startsWith(String prefix, int from) {
        return line.startsWith(prefix, from);
    }

    String substring(int from, int to) {
        return line.substring(from, to);
    }

    /** Whether no name or number runs into this place from the left. */
    boolean isWordStart(int index) {
        return !Chars.isWord(charAt(index - 1));
    }

    /** Whether no name or number that ends here runs on. */
    boolean isWordEnd(int index) {
        return !Chars.isWord(charAt(index));
    }

    int skipWord(int from) {
        int index = from;
        while (Chars.isWord(charAt(index))) {
            index++;
        }
        return index;
    }

    int skipDigits(int from) {
        int index = from;
        while (Chars.isDigit(charAt(index))) {
            index++;
        }
        return index;
    }

    int skipHex(int from) {
        int index = from;
        while (Chars.isHex(charAt(index))) {
            index++;
        }
        return index;
    }

    int skipBlanks(int from) {
        int index = from;
        while (index < end && Chars.isBlank(chars[index])) {
            index++;
        }
        return index;
    }

    /** The end of the run of characters that are not blank. */
    int skipInk(int from) {
        int index = from;
        while (index < end && !Chars.isBlank(chars[index])) {
            index++;
        }
        return index;
    }

    /**
     * Remembers that something is not in the rest of the line, so that a second search can be spared. What is looked
     * for has a number from 0 to 31.
     */
    void setMissing(int what) {
        missing |= 1 << what;
    }

    boolean isMissing(int what) {
        return (missing & 1 << what) != 0;
    }

    /** Whether no character of a range is blank. */
    boolean isInk(int from, int to) {
        int index = from;
        while (index < to && !Chars.isBlank(chars[index])) {
            index++;
        }
        return index == to;
    }

    /** Moves on, leaving the text as it is. */
    void keep(int to) {
        out.append(line, at, to);
        at = to;
    }

    /** Moves on over blanks, of which one stays between two texts and none at either end of the line. */
    void foldBlanks() {
        int to = skipBlanks(at);
        if (at > 0 && to < end) {
            out.append(' ');
        }
        at = to;
    }

    /**
     * Moves on over a token, leaving its kind in its place, unless the text before it says that it names the failure.
     */
    void replace(TokenKind kind, int to) {
        if (kind.mayStateFailure() && FailureCodes.isStatedAt(this, at, to)) {
            if (log.isRecording()) {
                log.add("states-the-failure", line.substring(at, to), line.substring(at, to));
            }
            keep(to);
        } else {
            rewrite(kind.rule(), to, kind.placeholder());
        }
    }

    /** Moves on over a text, leaving another in its place. */
    void rewrite(String rule, int to, String became) {
        if (log.isRecording() && !line.regionMatches(at, became, 0, Math.max(to - at, became.length()))) {
            log.add(rule, line.substring(at, to), became);
        }
        out.append(became);
        at = to;
    }
}
