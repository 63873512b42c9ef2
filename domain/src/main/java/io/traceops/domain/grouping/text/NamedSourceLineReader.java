package io.traceops.domain.grouping.text;

/**
 * The places in source files that Perl and PHP write into their messages: {@code at FILE line 12} and
 * {@code in FILE on line 12}. The line moves with every edit and the folder with every release, so only the name of the
 * file stays.
 */
final class NamedSourceLineReader implements TokenReader {
    /** Asked where a word begins that stands behind a blank or begins the line. */
    @Override
    public boolean read(LineScan scan) {
        boolean introduced = scan.startsWith("at ", scan.at()) || scan.startsWith("in ", scan.at());
        return introduced && read(scan, scan.at() + "at ".length());
    }

    /** Code without a file is {@code (eval 7)} to Perl. */
    private static boolean read(LineScan scan, int file) {
        int eval = scan.startsWith("(eval ", file) ? file + "(eval ".length() : file;
        int fileEnd = scan.skipInk(eval);
        int number = lineNumber(scan, fileEnd);
        int numberEnd = scan.skipDigits(number);
        if (numberEnd == number || !isFile(scan, file, fileEnd)) {
            return false;
        }
        scan.keep(eval);
        if (eval > file && Chars.isDigit(scan.charAt(eval))) {
            scan.replace(TokenKind.LINE, scan.skipDigits(eval));
        } else {
            SourcePath.keepName(scan, file, fileEnd);
        }
        scan.keep(number);
        scan.replace(TokenKind.LINE, numberEnd);
        readHandleLine(scan);
        return true;
    }

    private static int lineNumber(LineScan scan, int from) {
        for (String word : new String[] {" line ", " on line "}) {
            if (scan.startsWith(word, from)) {
                return from + word.length();
            }
        }
        return from;
    }

    /** A file has a dot or a slash in its name, or is what Perl calls a program without one. */
    private static boolean isFile(LineScan scan, int from, int to) {
        char first = scan.charAt(from);
        if (first == '(' || first == '-') {
            return true;
        }
        for (int i = from; i < to; i++) {
            if (SourcePath.isSlash(scan.charAt(i)) || scan.charAt(i) == '.') {
                return true;
            }
        }
        return false;
    }

    /** Perl goes on with how far it has read: {@code at FILE line 12, <STDIN> line 3.} */
    private static void readHandleLine(LineScan scan) {
        int handle = scan.at() + ", <".length();
        if (!scan.startsWith(", <", scan.at())) {
            return;
        }
        int end = handle;
        while (scan.charAt(end) == '$' || Chars.isWord(scan.charAt(end)) || scan.charAt(end) == '_') {
            end++;
        }
        int number = end + "> line ".length();
        if (scan.startsWith("> line ", end) || scan.startsWith("> chunk", end)) {
            number = scan.skipBlanks(number);
            int numberEnd = scan.skipDigits(number);
            if (numberEnd > number) {
                scan.keep(number);
                scan.replace(TokenKind.LINE, numberEnd);
            }
        }
    }
}
