package io.traceops.domain.grouping;

import io.traceops.domain.event.ErrorEvent;
import io.traceops.domain.event.Text;
import io.traceops.domain.grouping.text.MessageLines;

/** What an issue is called: the first line of its first error's message, for people who scan a list. */
public final class Title {
    /** The longest title, in characters. */
    public static final int LENGTH_MAX = 200;

    private static final String WITHOUT_MESSAGE = "(no message)";

    private Title() {}

    /**
     * The first line of the message that says something, without the codes of a terminal's colours and other control
     * characters; else the frame that the error was raised in; else a text that says that there is no message.
     *
     * @return 1 to {@value #LENGTH_MAX} characters; a longer text is cut, never between the halves of a surrogate pair
     */
    public static String of(ErrorEvent error, Grouping grouping) {
        return MessageLines.first(error.message())
                .or(() -> MessageLines.first(grouping.frame()))
                .map(line -> Text.cut(line, LENGTH_MAX))
                .orElse(WITHOUT_MESSAGE);
    }
}
