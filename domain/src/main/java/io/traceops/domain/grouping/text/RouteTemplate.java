package io.traceops.domain.grouping.text;

import io.traceops.domain.event.Text;
import io.traceops.domain.grouping.decision.DecisionLog;
import java.util.List;

/**
 * The route part of a grouping: what a request was sent to, with everything that varies between two requests to the
 * same place taken out. {@code GET https://shop.example/users/42/?tab=1} becomes {@code /users/{id}}.
 *
 * <p>Method, scheme, host, query and fragment go; empty segments and the slash at the end go; identifiers and the
 * placeholders of web frameworks become {@code {id}}. A route without any slash is a name that a framework gave it,
 * such as {@code UsersController#show}, and keeps its sign. Total, linear, and stable: a canonical route is its own.
 */
public final class RouteTemplate {
    /** The longest canonical route, in characters. Segments that would go beyond it are dropped, from the end. */
    public static final int LENGTH_MAX = 512;

    private static final List<String> METHODS =
            List.of("GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS", "TRACE", "CONNECT");

    private RouteTemplate() {}

    /** The canonical form of a raw route: a path, a URL, or a name, with or without a method. */
    public static String canonical(String raw, DecisionLog log) {
        String route = withoutMethod(raw.strip(), log);
        route = withoutProtocol(route);
        int host = hostStart(route);
        if (host >= 0) {
            int path = pathStart(route, host);
            log.add("host-dropped", route.substring(0, path), "");
            return path(route.substring(path), log);
        }
        return route.indexOf('/') < 0 ? name(route, log) : path(route, log);
    }

    /**
     * The canonical form of a path, which is {@code /} for an empty one.
     *
     * @param path what follows the host in a URL, with its query and fragment
     */
    static String path(String path, DecisionLog log) {
        int end = pathEnd(path, log);
        StringBuilder out = new StringBuilder(Math.min(end + 1, LENGTH_MAX));
        int at = 0;
        while (at < end) {
            int slash = path.indexOf('/', at, end);
            int segmentEnd = slash < 0 ? end : slash;
            String segment = RouteSegment.canonical(path.substring(at, segmentEnd), log);
            if (!segment.isEmpty()) {
                if (out.length() + 1 + segment.length() > LENGTH_MAX) {
                    log.add("route-cut", path.substring(at), "");
                    break;
                }
                out.append('/').append(segment);
            }
            at = segmentEnd + 1;
        }
        return out.isEmpty() ? "/" : out.toString();
    }

    private static String name(String name, DecisionLog log) {
        int query = name.indexOf('?');
        String kept = query < 0 ? name : name.substring(0, query);
        if (query >= 0) {
            log.add("query-dropped", name.substring(query), "");
        }
        return Text.cut(RouteSegment.canonical(kept, log), LENGTH_MAX);
    }

    private static String withoutMethod(String route, DecisionLog log) {
        for (String method : METHODS) {
            int after = method.length();
            if (route.startsWith(method) && route.length() > after && Chars.isBlank(route.charAt(after))) {
                log.add("method-dropped", method, "");
                return route.substring(after).strip();
            }
        }
        return route;
    }

    /** Request lines end with the version of the protocol. */
    private static String withoutProtocol(String route) {
        int blank = route.lastIndexOf(' ');
        return blank > 0 && route.startsWith("HTTP/", blank + 1)
                ? route.substring(0, blank).strip()
                : route;
    }

    /** Where the host begins in an absolute URL, or -1. */
    private static int hostStart(String route) {
        int at = 0;
        while (at < route.length() && isSchemeCharacter(route.charAt(at))) {
            at++;
        }
        return at > 0 && route.startsWith("://", at) ? at + "://".length() : -1;
    }

    private static boolean isSchemeCharacter(char c) {
        return Chars.isAlphanumeric(c) || c == '+' || c == '-' || c == '.';
    }

    private static int pathStart(String url, int host) {
        int at = host;
        while (at < url.length() && "/?#".indexOf(url.charAt(at)) < 0) {
            at++;
        }
        return at;
    }

    /** Where query or fragment begin. A question mark between braces belongs to the placeholder of a framework. */
    private static int pathEnd(String path, DecisionLog log) {
        boolean inBraces = false;
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c == '{' || c == '}' || c == '/') {
                inBraces = c == '{';
            } else if (c == '#' || (c == '?' && !inBraces)) {
                log.add(c == '?' ? "query-dropped" : "fragment-dropped", path.substring(i), "");
                return i;
            }
        }
        return path.length();
    }
}
