package io.traceops.domain.grouping.stack;

/**
 * The frames of a Rust backtrace one after the other: {@code 4: path::function}, in a full backtrace {@code 4: 0x55cc -
 * path::function}, for a function that was inlined into the next one the bare name; and below each the line {@code at
 * file:1:2} where the symbols hold it. Not thread-safe.
 */
final class RustFrames {
    private static final String AT = "at ";
    private static final String ADDRESS = "0x";
    private static final String AFTER_ADDRESS = " - ";

    private final String text;
    private final LineCursor lines;
    private boolean marked;
    private boolean inSpans;
    private boolean hasLine;
    private int lineStart;
    private int lineEnd;
    private int nameStart;
    private int fileStart;
    private int fileEnd;

    RustFrames(String text, LineCursor lines) {
        this.text = text;
        this.lines = lines;
        this.hasLine = lines.next();
    }

    /** Moves to the next frame; false if there is none. */
    boolean next() {
        while (hasLine) {
            readMarker();
            boolean named = readName() && !inSpans;
            hasLine = lines.next();
            if (named) {
                boolean placed = hasLine && readPlace();
                if (placed) {
                    hasLine = lines.next();
                }
                if (placed || marked || isPath()) {
                    return true;
                }
            }
        }
        return false;
    }

    String name() {
        return text.substring(nameStart, lineEnd);
    }

    /** The file, empty if the symbols did not hold it. */
    String file() {
        return text.substring(fileStart, fileEnd);
    }

    /** The line with the name, and where it is known the file. */
    String raw() {
        String line = text.substring(lineStart, lineEnd);
        return fileStart == fileEnd ? line : line + ' ' + AT + file();
    }

    /**
     * Notes where a backtrace begins, in the words of the standard library, anyhow or color-eyre. The spans of tracing,
     * which color-eyre prints above it in the same form, are no frames.
     */
    private void readMarker() {
        if (lines.endsWith("tack backtrace:") || isBanner(" BACKTRACE ")) {
            marked = true;
            inSpans = false;
        } else if (isBanner(" SPANTRACE ")) {
            inSpans = true;
        }
    }

    private boolean isBanner(String title) {
        return TextScan.contains(text, lines.start(), lines.end(), title);
    }

    private boolean readName() {
        lineStart = lines.start();
        lineEnd = lines.end();
        fileStart = lineEnd;
        fileEnd = lineEnd;
        int digitsEnd = TextScan.skipDigits(text, lineStart, lineEnd);
        boolean numbered = digitsEnd > lineStart && TextScan.startsWith(text, digitsEnd, lineEnd, ": ");
        nameStart = afterAddress(numbered ? TextScan.skipBlanks(text, digitsEnd + 1, lineEnd) : lineStart);
        return nameStart < lineEnd && (numbered || isInlined());
    }

    private int afterAddress(int from) {
        if (!TextScan.startsWith(text, from, lineEnd, ADDRESS)) {
            return from;
        }
        int end = TextScan.skipHex(text, from + ADDRESS.length(), lineEnd);
        return TextScan.startsWith(text, end, lineEnd, AFTER_ADDRESS) ? end + AFTER_ADDRESS.length() : from;
    }

    /** Whether the whole name is a path, as no cause in a report is. */
    private boolean isPath() {
        boolean oneWord = text.indexOf(' ', nameStart, lineEnd) < 0 || text.charAt(nameStart) == '<';
        return oneWord && TextScan.contains(text, nameStart, lineEnd, "::");
    }

    /** A bare name is a path of Rust's: a message between the header and the frames hardly begins as one. */
    private boolean isInlined() {
        int blank = text.indexOf(' ', lineStart, lineEnd);
        return marked && TextScan.contains(text, lineStart, blank < 0 ? lineEnd : blank, "::");
    }

    private boolean readPlace() {
        if (!lines.startsWith(AT)) {
            return false;
        }
        int from = lines.start() + AT.length();
        int end = TextScan.dropPosition(text, from, lines.end());
        if (end == lines.end() || end == from) {
            return false;
        }
        fileStart = from;
        fileEnd = end;
        return true;
    }
}
