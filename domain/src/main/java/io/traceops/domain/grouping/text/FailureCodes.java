package io.traceops.domain.grouping.text;

import java.util.Locale;

/**
 * Codes that state the kind of a failure: an HTTP status, an exit code, a signal, the number that an operating system
 * or a database gives to an error. They are told by the words before them, of which a bounded number is read backwards
 * from where the code begins.
 */
final class FailureCodes {
    private static final int DIGITS_MAX = 5;
    private static final int SIGNED_LENGTH_MAX = 11;
    private static final int HEX_LENGTH_MAX = 10;
    private static final int QUOTED_LENGTH_MAX = 42;
    private static final int WORDS_MAX = 4;
    private static final int WORD_LENGTH_MAX = 16;
    private static final int SEPARATORS_MAX = 8;

    private FailureCodes() {}

    /** Whether the number or quoted value in a range is such a code. */
    static boolean isStatedAt(LineScan scan, int from, int to) {
        return VendorCodes.isPrefixed(scan, from, to)
                || (fits(scan, from, to) && (followsWords(scan, from) || VendorCodes.isPaired(scan, from, to)));
    }

    /** Longer texts behind the same words are values: {@code code 482913} was sent to somebody's phone. */
    private static boolean fits(LineScan scan, int from, int to) {
        char first = scan.charAt(from);
        if (Chars.isSign(first)) {
            return to - from <= SIGNED_LENGTH_MAX;
        }
        if (Chars.isLetter(first)) {
            return false;
        }
        if (!Chars.isDigit(first)) {
            return to - from <= QUOTED_LENGTH_MAX && scan.isInk(from, to);
        }
        boolean prefixed = Chars.toLower(scan.charAt(from + 1)) == 'x';
        return to - from <= (prefixed ? HEX_LENGTH_MAX : DIGITS_MAX);
    }

    private static boolean followsWords(LineScan scan, int from) {
        int end = skipSeparators(scan, from);
        if (isHttpVersion(scan, from, end)) {
            return true;
        }
        boolean numbered = false;
        for (int word = 0; word < WORDS_MAX; word++) {
            int start = wordStart(scan, end);
            switch (scan.substring(start, end).toLowerCase(Locale.ROOT)) {
                case "status", "code", "codes", "http", "exit", "exited", "errno", "signal", "sqlstate", "sqlcode" -> {
                    return true;
                }
                case "hresult",
                        "ntstatus",
                        "errcode",
                        "errorcode",
                        "exitcode",
                        "statuscode",
                        "returncode",
                        "retcode" -> {
                    return true;
                }
                case "error" -> {
                    return numbered || isQualified(scan, start);
                }
                case "number", "no" -> numbered = true;
                case "of", "is", "was", "with", "by", "value", "response", "returned", "received" -> {}
                default -> {
                    return false;
                }
            }
            end = skipSeparators(scan, start);
        }
        return false;
    }

    /**
     * Whether a word before {@code error} says whose number follows it, as in {@code os error 2} or {@code cURL error
     * 28}.
     */
    private static boolean isQualified(LineScan scan, int error) {
        int end = skipSeparators(scan, error);
        return switch (scan.substring(wordStart(scan, end), end).toLowerCase(Locale.ROOT)) {
            case "os",
                    "system",
                    "socket",
                    "win",
                    "url",
                    "http",
                    "sql",
                    "postgres",
                    "postgresql",
                    "pg",
                    "oracle",
                    "database",
                    "db",
                    "mongo",
                    "redis",
                    "rpc",
                    "kernel",
                    "vendor",
                    "driver",
                    "server" -> true;
            default -> false;
        };
    }

    /** The number of {@code HTTP/1.1} itself, or one behind it. */
    private static boolean isHttpVersion(LineScan scan, int from, int end) {
        int version = from;
        if (end < from && Chars.isDigit(scan.charAt(end - 1))) {
            version = end - 1;
            while (end - version < 3 && (Chars.isDigit(scan.charAt(version - 1)) || scan.charAt(version - 1) == '.')) {
                version--;
            }
        }
        return scan.startsWith("HTTP/", version - "HTTP/".length());
    }

    private static int skipSeparators(LineScan scan, int from) {
        int at = from;
        while (from - at < SEPARATORS_MAX && isSeparator(scan.charAt(at - 1))) {
            at--;
        }
        return at;
    }

    private static boolean isSeparator(char c) {
        return c == '_' || (c != '\0' && Chars.isBlank(c)) || ":=([#'\"+->".indexOf(c) >= 0;
    }

    /**
     * The beginning of the word that ends at an index, of which {@code statusCode} has two; the index if there is none.
     */
    static int wordStart(LineScan scan, int end) {
        int at = end;
        boolean upper = Chars.isUpper(scan.charAt(at - 1));
        while (end - at < WORD_LENGTH_MAX
                && (upper ? Chars.isUpper(scan.charAt(at - 1)) : Chars.isLower(scan.charAt(at - 1)))) {
            at--;
        }
        return !upper && at < end && Chars.isUpper(scan.charAt(at - 1)) ? at - 1 : at;
    }
}
