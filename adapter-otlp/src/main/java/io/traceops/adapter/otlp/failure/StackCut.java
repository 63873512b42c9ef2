package io.traceops.adapter.otlp.failure;

/**
 * Cuts a stack that is too long in its middle. Its beginning stays, which names what was thrown, and so does what tells
 * why: the last cause, or else the end, where some languages print the newest call.
 */
final class StackCut {
    /** Of a longer stack only the beginning is read, in characters. */
    static final int READ_LENGTH_MAX = 1_024 * 1_024;

    private static final String CAUSE = "\nCaused by: ";
    private static final String LEFT_OUT = "\n... left out here ...";

    private StackCut() {}

    /** @param bytesMax the most that the text may take as JSON in UTF-8, quotes included */
    static String cut(String stack, int bytesMax) {
        if (JsonSize.ofText(stack) <= bytesMax) {
            return stack;
        }
        int left = bytesMax - JsonSize.ofText(LEFT_OUT);
        if (left <= 0) {
            return "";
        }
        int headEnd = lineEnd(stack, JsonSize.end(stack, 0, left / 2));
        int tailBytes = left - left / 2;
        int cause = stack.lastIndexOf(CAUSE);
        if (cause >= headEnd) {
            int tailEnd = lineEnd(stack, JsonSize.end(stack, cause, tailBytes));
            return stack.substring(0, headEnd) + LEFT_OUT + stack.substring(cause, Math.max(cause, tailEnd));
        }
        int tailStart = JsonSize.start(stack, tailBytes);
        int line = stack.indexOf('\n', tailStart);
        return stack.substring(0, headEnd) + LEFT_OUT + stack.substring(line < 0 ? tailStart : line);
    }

    /** The end of the last whole line before an index, or the index itself if that line is the first. */
    private static int lineEnd(String stack, int index) {
        if (index == stack.length()) {
            return index;
        }
        int end = stack.lastIndexOf('\n', index);
        return end <= 0 ? index : end;
    }
}
