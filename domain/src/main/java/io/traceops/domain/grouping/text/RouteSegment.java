package io.traceops.domain.grouping.text;

import io.traceops.domain.grouping.decision.DecisionLog;

/** One segment of a route: a fixed name stays, an identifier or a framework's placeholder becomes {@code {id}}. */
final class RouteSegment {
    static final String PLACEHOLDER = "{id}";

    /** A single letter stands for a number, as in {@code 1.x}. */
    private static final int EXTENSION_LENGTH_MIN = 2;

    private static final int EXTENSION_LENGTH_MAX = 5;
    private static final String FORMAT = "(.:format)";

    /** A longer segment is content, not a name. */
    private static final int LENGTH_MAX = 200;

    private RouteSegment() {}

    /** The canonical form of what stands between two slashes; empty if nothing does. */
    static String canonical(String raw, DecisionLog log) {
        String segment =
                PercentText.normalised(withoutFormat(withoutParameters(raw)).strip());
        String became = template(segment);
        if (!became.equals(raw)) {
            log.add(became.contains(PLACEHOLDER) ? "route-identifier" : "route-spelling", raw, became);
        }
        return became;
    }

    private static String template(String segment) {
        if (segment.isEmpty()) {
            return segment;
        }
        if (segment.length() > LENGTH_MAX || isPlaceholder(segment) || Identifiers.matches(segment)) {
            return PLACEHOLDER;
        }
        int dot = extensionDot(segment);
        if (dot > 0 && Identifiers.matches(segment.substring(0, dot))) {
            return PLACEHOLDER + segment.substring(dot);
        }
        return segment.indexOf('{') < 0 ? segment : withPlaceholders(segment);
    }

    /** Drops what a semicolon appends to a segment, such as {@code ;jsessionid=1A2B}. */
    private static String withoutParameters(String raw) {
        int semicolon = raw.indexOf(';');
        return semicolon < 0 ? raw : raw.substring(0, semicolon);
    }

    /** Drops the optional format that Rails appends to its patterns. */
    private static String withoutFormat(String raw) {
        return raw.endsWith(FORMAT) ? raw.substring(0, raw.length() - FORMAT.length()) : raw;
    }

    /** {@code :id}, {@code <int:id>}, {@code [id]}, each with whatever the framework allows inside. */
    private static boolean isPlaceholder(String segment) {
        char first = segment.charAt(0);
        char last = segment.charAt(segment.length() - 1);
        return switch (first) {
            case ':' -> segment.length() > 1;
            case '<' -> last == '>';
            case '[' -> last == ']';
            default -> false;
        };
    }

    /** Unifies the names of the placeholders inside a segment, as in {@code {from}-{to}} or {@code v{version}}. */
    private static String withPlaceholders(String segment) {
        StringBuilder out = new StringBuilder(segment.length());
        int depth = 0;
        int kept = 0;
        for (int i = 0; i < segment.length(); i++) {
            char c = segment.charAt(i);
            if (c == '{' && depth++ == 0) {
                out.append(segment, kept, i);
                kept = i;
            } else if (c == '}' && depth > 0 && --depth == 0) {
                out.append(PLACEHOLDER);
                kept = i + 1;
            }
        }
        return out.append(segment, kept, segment.length()).toString();
    }

    /**
     * Where the extension of a file begins, which has a letter, unlike the fraction of a number; -1 if there is none.
     */
    private static int extensionDot(String segment) {
        int dot = segment.lastIndexOf('.');
        int length = segment.length() - dot - 1;
        if (dot < 0 || length < EXTENSION_LENGTH_MIN || length > EXTENSION_LENGTH_MAX) {
            return -1;
        }
        boolean letter = false;
        for (int i = dot + 1; i < segment.length(); i++) {
            char c = segment.charAt(i);
            if (!Chars.isAlphanumeric(c)) {
                return -1;
            }
            letter |= Chars.isLetter(c);
        }
        return letter ? dot : -1;
    }
}
