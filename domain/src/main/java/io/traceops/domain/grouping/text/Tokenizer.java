package io.traceops.domain.grouping.text;

import java.util.List;

/**
 * Takes a line apart, from left to right, and asks the readers at each place where a token may begin. Most words of a
 * message are plain: they have none of the signs that a token needs, and are copied after one look at their characters.
 */
final class Tokenizer {
    /** Asked where a word begins with a digit; the more demanding a shape, the earlier. */
    private static final List<TokenReader> AT_DIGIT = List.of(
            new EmailReader(),
            new HexReader(),
            new IpReader(),
            new DateReader(),
            new QuantityReader(),
            new NumberReader());

    /** Asked where a word begins with a letter. */
    private static final List<TokenReader> AT_LETTER = List.of(
            new EmailReader(),
            new UrlReader(),
            new HexReader(),
            new JwtReader(),
            new IpReader(),
            new DateReader(),
            new QuantityReader(),
            new GeneratedNameReader(),
            new WordNumberReader());

    /** Asked at any other character. */
    private static final List<TokenReader> AT_SYMBOL = List.of(
            new PanicThreadReader(),
            new QuotedReader(),
            new GeneratedNameReader(),
            new IdentityHashReader(),
            new IpReader(),
            new SignedNumberReader());

    private static final TokenReader NAMED_SOURCE_LINE = new NamedSourceLineReader();
    private static final TokenReader SOURCE_LINE = new SourceLineReader();
    private static final TokenReader NAMED_DATE = new DateReader();

    private Tokenizer() {}

    static void templateLine(LineScan scan) {
        while (!scan.isDone()) {
            if (Chars.isBlank(scan.charAt(scan.at()))) {
                scan.foldBlanks();
            } else if (!NAMED_SOURCE_LINE.read(scan)) {
                templateInk(scan);
            }
        }
    }

    /** Goes on to the next blank, or to the end of a token that reaches beyond it. */
    private static void templateInk(LineScan scan) {
        int inkEnd = scan.skipInk(scan.at());
        if (isPlain(scan, scan.at(), inkEnd)) {
            if (!NAMED_DATE.read(scan)) {
                scan.keep(inkEnd);
            }
            return;
        }
        SOURCE_LINE.read(scan);
        while (scan.at() < inkEnd) {
            step(scan);
        }
    }

    /** Whether no token can begin in a word: it has no digit, none of the signs that tokens are made
     * with, and no bracket before the name of a weekday. */
    private static boolean isPlain(LineScan scan, int from, int to) {
        if (Chars.isUpper(scan.charAt(from + 1)) && "([".indexOf(scan.charAt(from)) >= 0) {
            return false;
        }
        for (int i = from; i < to; i++) {
            switch (scan.charAt(i)) {
                case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '@', '$', '"', '\'', '`', '\u201C', '\u00AB' -> {
                    return false;
                }
                case '/' -> {
                    if (scan.charAt(i - 1) == ':') {
                        return false;
                    }
                }
                default -> {}
            }
        }
        return true;
    }

    private static void step(LineScan scan) {
        char c = scan.charAt(scan.at());
        if (!Chars.isWord(c)) {
            if (!read(AT_SYMBOL, scan)) {
                scan.keep(scan.at() + 1);
            }
        } else if (!scan.isWordStart(scan.at()) || !read(Chars.isDigit(c) ? AT_DIGIT : AT_LETTER, scan)) {
            scan.keep(scan.skipWord(scan.at()));
        }
    }

    private static boolean read(List<TokenReader> readers, LineScan scan) {
        for (TokenReader reader : readers) {
            if (reader.read(scan)) {
                return true;
            }
        }
        return false;
    }
}
