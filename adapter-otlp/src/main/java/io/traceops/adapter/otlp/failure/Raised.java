package io.traceops.adapter.otlp.failure;

import io.traceops.adapter.otlp.wire.Attributes;
import io.traceops.adapter.otlp.wire.MalformedExport;
import java.util.Optional;

/**
 * An exception as its attributes say it. Each part may be empty, but not all of them.
 *
 * @param type the class of what was thrown, as the runtime prints it
 * @param value its message
 * @param stack the stack as the runtime prints it
 */
record Raised(String type, String value, String stack) {
    private static final int TYPE_LENGTH_MAX = 512;

    /** Longer than a message may be, so that where it is cut is decided where all messages are. */
    private static final int VALUE_LENGTH_MAX = 16_384;

    private static final String CAUSE = "\nCaused by: ";

    static Optional<Raised> of(Attributes attributes) throws MalformedExport {
        String type = attributes
                .text(Names.EXCEPTION_TYPE, TYPE_LENGTH_MAX)
                .orElse("")
                .strip();
        String value =
                attributes.text(Names.EXCEPTION_MESSAGE, VALUE_LENGTH_MAX).orElse("");
        String stack = attributes
                .text(Names.EXCEPTION_STACKTRACE, StackCut.READ_LENGTH_MAX)
                .orElse("");
        if (type.isEmpty() && value.isEmpty() && stack.isBlank()) {
            return Optional.empty();
        }
        return Optional.of(new Raised(printedType(type, value, stack), value, stack));
    }

    /** {@code Type: value}, or whichever of the two there is, or else how the stack begins. */
    String message() {
        if (type.isEmpty()) {
            return value.isEmpty() ? firstLine(stack.strip()) : value;
        }
        return value.isEmpty() ? type : type + ": " + value;
    }

    /** The class of the innermost exception, where the stack tells: the type itself has no cause then. */
    String innermostType() {
        int cause = stack.lastIndexOf(CAUSE);
        return cause < 0 ? type : beforeColon(firstLine(stack.substring(cause + CAUSE.length())));
    }

    /**
     * The JVM's SDK names a nested class {@code Outer.Inner} and an anonymous one not at all, where the runtime prints
     * {@code Outer$Inner} and {@code Outer$1}. The stack has the runtime's own spelling, in its first line; without this,
     * the span and the log of one failure, or the same failure sent through another door, would differ.
     */
    private static String printedType(String type, String value, String stack) {
        String header = firstLine(stack);
        String printed = beforeColon(header);
        boolean isSpelledOtherwise = printed.replace('$', '.').equals(type.replace('$', '.'));
        boolean isLeftOut = type.isEmpty()
                && !value.isEmpty()
                && printed.chars().noneMatch(Character::isWhitespace)
                && header.equals(printed + ": " + firstLine(value));
        return isSpelledOtherwise || isLeftOut ? printed : type;
    }

    private static String beforeColon(String line) {
        int colon = line.indexOf(':');
        return (colon < 0 ? line : line.substring(0, colon)).strip();
    }

    private static String firstLine(String text) {
        int end = text.indexOf('\n');
        return (end < 0 ? text : text.substring(0, end)).stripTrailing();
    }
}
