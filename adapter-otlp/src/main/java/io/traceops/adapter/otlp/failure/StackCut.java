package io.traceops.adapter.otlp.failure;

import io.traceops.domain.event.JsonMeasure;

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
    static String cut(String stack, long bytesMax) {
        if (JsonMeasure.textBytes(stack) <= bytesMax) {
            return stack;
        }
        long left = bytesMax - JsonMeasure.textBytes(LEFT_OUT);
        if (left <= 0) {
            return "";
        }
        int headEnd = lineEnd(stack, end(stack, 0, left / 2));
        long tailBytes = left - left / 2;
        int cause = stack.lastIndexOf(CAUSE);
        if (cause >= headEnd) {
            int tailEnd = lineEnd(stack, end(stack, cause, tailBytes));
            return stack.substring(0, headEnd) + LEFT_OUT + stack.substring(cause, Math.max(cause, tailEnd));
        }
        int tailStart = start(stack, tailBytes);
        int line = stack.indexOf('\n', tailStart);
        return stack.substring(0, headEnd) + LEFT_OUT + stack.substring(line < 0 ? tailStart : line);
    }

    /** Where a text must end that starts at an index and may take so many bytes; never within a surrogate pair. */
    private static int end(String text, int from, long bytesMax) {
        int end = from;
        long bytes = 0;
        while (end < text.length()) {
            bytes += JsonMeasure.characterBytes(text.charAt(end));
            if (bytes > bytesMax) {
                break;
            }
            end++;
        }
        boolean splitsPair = end > from && end < text.length() && Character.isHighSurrogate(text.charAt(end - 1));
        return splitsPair ? end - 1 : end;
    }

    /** Where a text must start that goes to the end and may take so many bytes; never within a surrogate pair. */
    private static int start(String text, long bytesMax) {
        int start = text.length();
        long bytes = 0;
        while (start > 0) {
            bytes += JsonMeasure.characterBytes(text.charAt(start - 1));
            if (bytes > bytesMax) {
                break;
            }
            start--;
        }
        boolean splitsPair = start < text.length() && Character.isLowSurrogate(text.charAt(start));
        return splitsPair ? start + 1 : start;
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
