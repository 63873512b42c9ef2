package io.traceops.adapter.otlp.failure;

import io.traceops.adapter.otlp.wire.Attributes;
import io.traceops.adapter.otlp.wire.MalformedExport;
import java.util.Optional;

/** Which route a failure was met on: the route's pattern if it is known, else the path that was asked for. */
final class Route {
    static final int LENGTH_MAX = 1_024;

    private Route() {}

    /** @param sources the nearest first */
    static Optional<String> of(Attributes... sources) throws MalformedExport {
        Optional<String> route = first(Names.HTTP_ROUTE, sources);
        if (route.isPresent()) {
            return route;
        }
        for (String name : new String[] {Names.URL_PATH, Names.HTTP_TARGET, Names.URL_FULL, Names.HTTP_URL}) {
            Optional<String> path = first(name, sources).map(Route::path).filter(found -> !found.isEmpty());
            if (path.isPresent()) {
                return path;
            }
        }
        return Optional.empty();
    }

    static Optional<String> first(String name, Attributes... sources) throws MalformedExport {
        for (Attributes source : sources) {
            Optional<String> text =
                    source.text(name, LENGTH_MAX).map(String::strip).filter(found -> !found.isEmpty());
            if (text.isPresent()) {
                return text;
            }
        }
        return Optional.empty();
    }

    /** The path of a URL, or of what follows its host: without scheme, host, query and fragment. */
    private static String path(String url) {
        int scheme = url.indexOf("://");
        String rest = url;
        if (scheme > 0) {
            int slash = url.indexOf('/', scheme + 3);
            rest = slash < 0 ? "/" : url.substring(slash);
        }
        int end = 0;
        while (end < rest.length() && rest.charAt(end) != '?' && rest.charAt(end) != '#') {
            end++;
        }
        return rest.substring(0, end);
    }
}
