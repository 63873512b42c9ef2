package io.traceops.domain.grouping;

import java.util.List;
import java.util.Optional;

/** Finds the route that a message names: the first HTTP method that a path follows. Linear in the message. */
final class RouteInMessage {
    private static final List<String> METHODS = List.of("GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS");

    /** What ends a path in running text, beside blanks. */
    private static final String CLOSERS = "\"'`<>()[],;|";

    private RouteInMessage() {}

    static Optional<String> find(String message) {
        for (int slash = message.indexOf('/'); slash >= 0; slash = message.indexOf('/', slash + 1)) {
            if (followsMethod(message, slash)) {
                return Optional.of(message.substring(slash, pathEnd(message, slash)));
            }
        }
        return Optional.empty();
    }

    private static boolean followsMethod(String message, int slash) {
        int end = slash;
        while (end > 0 && message.charAt(end - 1) == ' ') {
            end--;
        }
        return end < slash && endsWithMethod(message, end);
    }

    private static boolean endsWithMethod(String message, int end) {
        for (String method : METHODS) {
            int start = end - method.length();
            if (start >= 0 && message.startsWith(method, start)) {
                return start == 0 || !Character.isLetterOrDigit(message.charAt(start - 1));
            }
        }
        return false;
    }

    private static int pathEnd(String message, int slash) {
        int end = slash;
        while (end < message.length() && !endsPath(message.charAt(end))) {
            end++;
        }
        while (end > slash + 1 && ".:!?".indexOf(message.charAt(end - 1)) >= 0) {
            end--;
        }
        return end;
    }

    private static boolean endsPath(char c) {
        return Character.isWhitespace(c) || Character.isISOControl(c) || CLOSERS.indexOf(c) >= 0;
    }
}
