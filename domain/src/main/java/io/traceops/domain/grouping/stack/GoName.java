package io.traceops.domain.grouping.stack;

/**
 * Splits the symbol of a Go function into its package and its function, both without what moves between builds:
 *
 * <ul>
 *   <li>{@code (*T).M} is {@code T.M}: a type has one method of a name, whatever its receiver.
 *   <li>{@code Map[...]} is {@code Map}.
 *   <li>{@code Run.func1.2} is {@code Run.func}; so are {@code gowrap1} and {@code deferwrap1}, which older compilers
 *       called {@code func1}. {@code glob..func1}, a function literal of the package, is {@code init.func} as it is
 *       from Go 1.21 on, and {@code init.0} is {@code init}.
 *   <li>{@code Run-fm} (a method value) and {@code Run-range1} (the body of a loop over a function) are {@code Run}.
 *   <li>{@code lib@v1.2.3/sub} is {@code lib/sub}, and {@code yaml%2ev3} is {@code yaml.v3}.
 * </ul>
 */
final class GoName {
    private static final String ESCAPED_DOT = "%2e";
    private static final String CLOSURE = "func";

    private GoName() {}

    /** The import path; empty for a symbol without one. */
    static String packageOf(String text, int from, int to) {
        int end = packageEnd(text, from, to);
        String path = text.substring(from, Math.max(from, end));
        String versionless = path.indexOf('@') < 0 ? path : withoutVersions(path);
        return versionless.contains(ESCAPED_DOT) ? versionless.replace(ESCAPED_DOT, ".") : versionless;
    }

    static String functionOf(String text, int from, int to) {
        StringBuilder function = new StringBuilder(to - from);
        int index = packageEnd(text, from, to) + 1;
        boolean first = true;
        while (index < to) {
            int end = segmentEnd(text, index, to);
            appendSegment(function, plain(text, index, end), first);
            first = false;
            index = end + 1;
        }
        return function.toString();
    }

    /** The index of the dot between package and function; one before {@code from} if there is none. */
    private static int packageEnd(String text, int from, int to) {
        int path = to;
        int bracket = text.indexOf('[', from, to);
        if (bracket >= 0) {
            path = bracket;
        }
        int slash = TextScan.lastIndexOf(text, from, path, '/');
        int dot = text.indexOf('.', Math.max(from, slash), path);
        return dot < 0 ? from - 1 : dot;
    }

    private static String withoutVersions(String path) {
        StringBuilder kept = new StringBuilder(path.length());
        int index = 0;
        while (index < path.length()) {
            int at = path.indexOf('@', index);
            int end = at < 0 ? path.length() : at;
            kept.append(path, index, end);
            int slash = path.indexOf('/', end);
            index = slash < 0 ? path.length() : slash;
        }
        return kept.toString();
    }

    /** The end of the segment up to the next dot that stands outside of brackets. */
    private static int segmentEnd(String text, int from, int to) {
        int depth = 0;
        int index = from;
        while (index < to) {
            char character = text.charAt(index);
            if (character == '[') {
                depth++;
            } else if (character == ']') {
                depth--;
            } else if (character == '.' && depth <= 0) {
                return index;
            }
            index++;
        }
        return to;
    }

    /** The identifier of a segment: no parentheses, star or brackets, nor what follows a hyphen. */
    private static String plain(String text, int from, int to) {
        int start = from;
        while (start < to && (text.charAt(start) == '(' || text.charAt(start) == '*')) {
            start++;
        }
        int end = start;
        while (end < to && !endsIdentifier(text.charAt(end))) {
            end++;
        }
        return text.substring(start, end);
    }

    private static boolean endsIdentifier(char character) {
        return character == '[' || character == ')' || character == '-';
    }

    private static void appendSegment(StringBuilder function, String segment, boolean first) {
        if (!first && isClosure(segment)) {
            if (!endsWithClosure(function)) {
                append(function, CLOSURE);
            }
        } else if (segment.isEmpty()) {
            renamePackageLiteral(function);
        } else if (!isNumber(segment, 0)) {
            append(function, segment);
        }
    }

    /** Go before 1.21 named the function literals of a package after a pseudo function {@code glob.}. */
    private static void renamePackageLiteral(StringBuilder function) {
        if (function.compareTo(new StringBuilder("glob")) == 0) {
            function.replace(0, function.length(), "init");
        }
    }

    private static void append(StringBuilder function, String segment) {
        if (!function.isEmpty()) {
            function.append('.');
        }
        function.append(segment);
    }

    private static boolean endsWithClosure(StringBuilder function) {
        int start = function.length() - CLOSURE.length() - 1;
        return start >= 0 && function.indexOf('.' + CLOSURE, start) == start;
    }

    private static boolean isClosure(String segment) {
        return isNumbered(segment, CLOSURE) || isNumbered(segment, "gowrap") || isNumbered(segment, "deferwrap");
    }

    private static boolean isNumbered(String segment, String name) {
        return segment.length() > name.length() && segment.startsWith(name) && isNumber(segment, name.length());
    }

    private static boolean isNumber(String segment, int from) {
        return TextScan.skipDigits(segment, from, segment.length()) == segment.length();
    }
}
