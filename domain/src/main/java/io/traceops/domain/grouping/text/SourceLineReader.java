package io.traceops.domain.grouping.text;

import java.util.Set;

/**
 * The places in source files that some runtimes write into their messages: Perl and PHP with {@code at FILE line 12}
 * and {@code in FILE on line 12}, Ruby and others with {@code FILE:12}. The line moves with every edit and the folder
 * with every release, so only the name of the file stays.
 */
final class SourceLineReader implements TokenReader {
    private static final Set<String> EXTENSIONS = Set.of(
            "rb", "erb", "haml", "slim", "rake", "pl", "pm", "php", "phtml", "py", "js", "mjs", "cjs", "jsx", "ts",
            "tsx", "vue", "java", "kt", "scala", "groovy", "clj", "go", "rs", "c", "cc", "cpp", "cxx", "h", "hpp", "cs",
            "fs", "vb", "swift", "m", "mm", "ex", "exs", "erl", "lua", "dart");
    private static final int EXTENSION_LENGTH_MAX = 6;
    private static final String OPENERS = "([{<'\"`";

    /** Asked where a word begins that stands behind a blank or begins the line. */
    @Override
    public boolean read(LineScan scan) {
        if (scan.startsWith("at ", scan.at()) || scan.startsWith("in ", scan.at())) {
            return readNamedLine(scan, scan.at() + "at ".length());
        }
        return readColonLine(scan);
    }

    /** {@code at FILE line 12}, {@code in FILE on line 12}; for code without a file Perl writes {@code (eval 7)}. */
    private static boolean readNamedLine(LineScan scan, int file) {
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
            keepName(scan, file, fileEnd);
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
            if (isSlash(scan.charAt(i)) || scan.charAt(i) == '.') {
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

    /** {@code FILE:12} or {@code FILE:12:34}, in any bracket. */
    private static boolean readColonLine(LineScan scan) {
        int file = scan.at();
        while (scan.charAt(file) != '\0' && OPENERS.indexOf(scan.charAt(file)) >= 0) {
            file++;
        }
        int fileEnd = file;
        while (isPath(scan.charAt(fileEnd)) && !isLine(scan, fileEnd)) {
            fileEnd++;
        }
        if (!isLine(scan, fileEnd) || isUrl(scan, file, fileEnd) || !hasSourceExtension(scan, file, fileEnd)) {
            return false;
        }
        int line = scan.skipDigits(fileEnd + 1);
        boolean column = scan.charAt(line) == ':' && Chars.isDigit(scan.charAt(line + 1));
        scan.keep(file);
        keepName(scan, file, fileEnd);
        scan.keep(fileEnd + 1);
        scan.replace(TokenKind.LINE, column ? scan.skipDigits(line + 1) : line);
        return true;
    }

    private static boolean isUrl(LineScan scan, int from, int to) {
        for (int i = from; i < to; i++) {
            if (scan.charAt(i) == ':') {
                return scan.startsWith("://", i);
            }
        }
        return false;
    }

    private static boolean isPath(char c) {
        return c != '\0' && !Chars.isBlank(c) && "()[]{}<>'\"`=,;|".indexOf(c) < 0;
    }

    private static boolean isLine(LineScan scan, int colon) {
        return scan.charAt(colon) == ':' && Chars.isDigit(scan.charAt(colon + 1));
    }

    private static boolean hasSourceExtension(LineScan scan, int file, int fileEnd) {
        int dot = fileEnd;
        while (dot > file && fileEnd - dot <= EXTENSION_LENGTH_MAX && scan.charAt(dot) != '.') {
            dot--;
        }
        return dot > file && scan.charAt(dot) == '.' && EXTENSIONS.contains(scan.substring(dot + 1, fileEnd));
    }

    /** Moves on over a path, leaving its last segment. */
    private static void keepName(LineScan scan, int file, int fileEnd) {
        int name = fileEnd;
        while (name > file && !isSlash(scan.charAt(name - 1))) {
            name--;
        }
        if (name > file) {
            scan.rewrite("source-folder", name, "");
        }
        scan.keep(fileEnd);
    }

    private static boolean isSlash(char c) {
        return c == '/' || c == '\\';
    }
}
