package io.traceops.domain.grouping.text;

import io.traceops.domain.grouping.decision.DecisionLog;

/**
 * URLs: scheme and host stay, the path is read as a route, and query, fragment and the name and password of a user go.
 * An address in the place of the host is an address as anywhere else.
 */
final class UrlReader implements TokenReader {
    private static final String RULE = "url";

    @Override
    public boolean read(LineScan scan) {
        int schemeEnd = scan.skipWord(scan.at());
        int host = schemeEnd + "://".length();
        if (!scan.startsWith("://", schemeEnd)) {
            return false;
        }
        int end = end(scan, host);
        int path = authorityEnd(scan, host, end);
        if (end == host) {
            return false;
        }
        StringBuilder became = new StringBuilder(end - scan.at()).append(scan.substring(scan.at(), host));
        appendHost(scan, userEnd(scan, host, path), path, became);
        appendPath(scan.substring(path, end), became);
        scan.rewrite(RULE, end, became.toString());
        return true;
    }

    /** A URL ends at a blank, at a quote or a bracket, and before the punctuation of the sentence around it. */
    private static int end(LineScan scan, int from) {
        int end = from;
        boolean inBraces = false;
        while (scan.charAt(end) != '\0') {
            char c = scan.charAt(end);
            if (Chars.isBlank(c) || "\"'`<>()[]|\\^".indexOf(c) >= 0 || (c == '}' && !inBraces)) {
                break;
            }
            inBraces = c == '{' || (inBraces && c != '}');
            end++;
        }
        while (end > from && ".,:;!?".indexOf(scan.charAt(end - 1)) >= 0) {
            end--;
        }
        return end;
    }

    private static int authorityEnd(LineScan scan, int host, int end) {
        int at = host;
        while (at < end && "/?#;".indexOf(scan.charAt(at)) < 0) {
            at++;
        }
        return at;
    }

    private static int userEnd(LineScan scan, int host, int authorityEnd) {
        int at = authorityEnd;
        while (at > host && scan.charAt(at - 1) != '@') {
            at--;
        }
        return at;
    }

    private static void appendHost(LineScan scan, int host, int end, StringBuilder out) {
        if (host < end && IpReader.end(scan, host) == end) {
            out.append(TokenKind.IP.placeholder());
            return;
        }
        int at = host;
        while (at < end) {
            int digitsEnd = Math.min(scan.skipDigits(at), end);
            boolean longPort = scan.charAt(at - 1) == ':' && digitsEnd - at >= NumberReader.LONG_DIGITS_MIN;
            if (longPort) {
                out.append(TokenKind.INT.placeholder());
            } else {
                out.append(scan.substring(at, Math.max(digitsEnd, at + 1)));
            }
            at = Math.max(digitsEnd, at + 1);
        }
    }

    private static void appendPath(String path, StringBuilder out) {
        if (path.startsWith("/")) {
            out.append(RouteTemplate.path(path, DecisionLog.none()));
        }
    }
}
