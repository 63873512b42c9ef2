package io.traceops.domain.grouping.text;

import java.util.Set;

/**
 * The places in source files that Ruby and others write into their messages: {@code FILE:12} or {@code FILE:12:34}, in
 * any bracket. The line moves with every edit and the folder with every release, so only the name of the file stays.
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
        SourcePath.keepName(scan, file, fileEnd);
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
}
