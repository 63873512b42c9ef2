package io.traceops.domain.grouping.stack;

/** Steps over a balanced group of brackets in the symbol of a function. */
final class Brackets {
    private Brackets() {}

    /**
     * The index after the bracket that closes the one at {@code open}, or {@code to} if none does. Brackets of all kinds
     * nest; the {@code >} of an arrow closes nothing.
     */
    static int end(String text, int open, int to) {
        int depth = 0;
        int index = open;
        while (index < to) {
            char character = text.charAt(index);
            if (opens(character)) {
                depth++;
            } else if (closes(character) && !isArrow(text, index)) {
                depth--;
            }
            index++;
            if (depth == 0) {
                return index;
            }
        }
        return to;
    }

    private static boolean opens(char character) {
        return character == '(' || character == '<' || character == '[' || character == '{';
    }

    private static boolean closes(char character) {
        return character == ')' || character == '>' || character == ']' || character == '}';
    }

    private static boolean isArrow(String text, int index) {
        return text.charAt(index) == '>' && text.charAt(index - 1) == '-';
    }
}
