package io.traceops.domain.grouping.text;

import java.util.Optional;

/**
 * The lines of a message, once the codes for a terminal's colours are gone and other control characters have become
 * blanks. Lines end as {@link String#lines} has it.
 */
public final class MessageLines {
    private static final char ESCAPE = '\u001B';

    private MessageLines() {}

    /** The first line that is not blank, without blanks around it. */
    public static Optional<String> first(String text) {
        return clean(text)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .findFirst();
    }

    /** The text without control characters, but for those that end a line; the same object if it had none. */
    static String clean(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isUnwanted(text.charAt(i))) {
                return cleaned(text, i);
            }
        }
        return text;
    }

    private static String cleaned(String text, int from) {
        StringBuilder out = new StringBuilder(text.length()).append(text, 0, from);
        int at = from;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == ESCAPE && at + 1 < text.length() && text.charAt(at + 1) == '[') {
                at = colourEnd(text, at + 2);
            } else {
                out.append(isUnwanted(c) ? ' ' : c);
                at++;
            }
        }
        return out.toString();
    }

    /** A control sequence is parameters, from space to question mark, and one final character. */
    private static int colourEnd(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) >= ' ' && text.charAt(at) <= '?') {
            at++;
        }
        boolean finished = at < text.length() && text.charAt(at) >= '@' && text.charAt(at) <= '~';
        return finished ? at + 1 : at;
    }

    private static boolean isUnwanted(char c) {
        return c != '\n' && c != '\r' && Character.isISOControl(c);
    }
}
