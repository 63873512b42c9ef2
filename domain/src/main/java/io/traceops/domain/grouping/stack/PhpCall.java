package io.traceops.domain.grouping.stack;

/**
 * One numbered line of a PHP trace: {@code #3 /path/File.php(12): Ns\Class->method('argument')}, {@code #3 [internal
 * function]: …} or {@code #3 {main}}. Not thread-safe; reads one line after the other.
 */
final class PhpCall {
    private static final String INTERNAL = "[internal function]";
    private static final String AFTER_INTERNAL = INTERNAL + ": ";
    private static final String AFTER_LINE = "): ";
    private static final String MAIN = "{main}";

    private final String text;
    private int lineStart;
    private int lineEnd;
    private int number;
    private int numberEnd;
    private PhpPlace place = PhpPlace.NONE;
    private int functionStart;

    PhpCall(String text) {
        this.text = text;
    }

    /** Reads the range; false, with nothing to be asked of this line, if it is no call. */
    boolean read(int from, int to) {
        lineStart = from;
        lineEnd = to;
        if (from == to || text.charAt(from) != '#') {
            return false;
        }
        number = from + 1;
        numberEnd = TextScan.skipDigits(text, number, to);
        int start = numberEnd + 1;
        return numberEnd > number && start < to && text.charAt(numberEnd) == ' ' && readCall(start, to);
    }

    /** Whether this line begins a trace. */
    boolean isFirst() {
        return numberEnd - number == 1 && text.charAt(number) == '0';
    }

    /** Where the function was called; {@link PhpPlace#NONE} for the script itself, which nothing calls. */
    PhpPlace place() {
        return place;
    }

    /** The function with its class and its arguments. */
    String function() {
        return text.substring(functionStart, lineEnd);
    }

    String raw() {
        return text.substring(lineStart, lineEnd);
    }

    /**
     * Whether the function is one of PHP itself: it failed in the very line that called it, and it has neither a namespace
     * nor a name that PHP gives to what a script defines.
     */
    boolean isInternalAt(PhpPlace thrown) {
        return place.isKnown()
                && place.equals(thrown)
                && !TextScan.contains(text, functionStart, argumentsStart(), "\\")
                && !TextScan.contains(text, functionStart, argumentsStart(), "{closure")
                && !TextScan.contains(text, functionStart, argumentsStart(), "@anonymous");
    }

    private int argumentsStart() {
        int arguments = text.indexOf('(', functionStart, lineEnd);
        return arguments < 0 ? lineEnd : arguments;
    }

    private boolean readCall(int start, int to) {
        if (TextScan.startsWith(text, start, to, MAIN)) {
            place = PhpPlace.NONE;
            functionStart = start;
            return true;
        }
        if (TextScan.startsWith(text, start, to, AFTER_INTERNAL)) {
            place = new PhpPlace(INTERNAL, "");
            functionStart = start + AFTER_INTERNAL.length();
            return true;
        }
        int close = text.indexOf(AFTER_LINE, start, to);
        while (close >= 0) {
            int digits = TextScan.dropDigits(text, start, close);
            if (digits < close && digits - 1 > start && text.charAt(digits - 1) == '(') {
                place = new PhpPlace(text.substring(start, digits - 1), text.substring(digits, close));
                functionStart = close + AFTER_LINE.length();
                return true;
            }
            close = text.indexOf(AFTER_LINE, close + AFTER_LINE.length(), to);
        }
        return false;
    }
}
