package io.traceops.adapter.sentry.event;

import java.util.Optional;
import java.util.Set;

/** Where an error was met, if it was met while a request was answered. */
final class Routes {
    private static final Set<String> METHODS =
            Set.of("GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS", "TRACE", "CONNECT");

    private Routes() {}

    /**
     * Whether the name of a transaction is a route: a path, or a method and a path. Others name a function, a task or a
     * screen.
     */
    static boolean isRoute(String transaction) {
        int blank = transaction.indexOf(' ');
        boolean hasMethod = blank > 0 && METHODS.contains(transaction.substring(0, blank));
        return transaction.startsWith("/") || (hasMethod && transaction.startsWith("/", blank + 1));
    }

    /** The path of an address that is absolute or begins with its path; empty if it is neither. */
    static Optional<String> path(String url) {
        int scheme = url.indexOf("://");
        int from = url.startsWith("/") ? 0 : afterHost(url, scheme);
        if (from < 0) {
            return Optional.empty();
        }
        String path = url.substring(from, pathEnd(url, from));
        return Optional.of(path.isEmpty() ? "/" : path);
    }

    /** Where the path begins, or would; -1 if there is no host. */
    private static int afterHost(String url, int scheme) {
        if (scheme <= 0) {
            return -1;
        }
        int from = scheme + "://".length();
        int end = pathEnd(url, from);
        int slash = url.indexOf('/', from);
        return slash < 0 || slash > end ? end : slash;
    }

    private static int pathEnd(String url, int from) {
        for (int i = from; i < url.length(); i++) {
            if (url.charAt(i) == '?' || url.charAt(i) == '#') {
                return i;
            }
        }
        return url.length();
    }
}
