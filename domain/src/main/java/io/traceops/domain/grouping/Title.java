package io.traceops.domain.grouping;

import io.traceops.domain.event.ErrorEvent;
import io.traceops.domain.event.Text;

/** What an issue is called: the first line of its first error's message, for people who scan a list. */
public final class Title {
    /** The longest title, in characters. */
    public static final int LENGTH_MAX = 200;

    private static final String WITHOUT_MESSAGE = "(no message)";

    private Title() {}

    /** The first non-blank line of the message, else the frame that the error was raised in. */
    public static String of(ErrorEvent error, Grouping grouping) {
        return error.message()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .findFirst()
                .map(line -> Text.cut(line, LENGTH_MAX))
                .orElseGet(() -> grouping.frame().isEmpty() ? WITHOUT_MESSAGE : Text.cut(grouping.frame(), LENGTH_MAX));
    }
}
