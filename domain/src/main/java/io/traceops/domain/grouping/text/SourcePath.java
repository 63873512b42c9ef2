package io.traceops.domain.grouping.text;

/** The path of a source file, whose folder changes with every release. */
final class SourcePath {
    private SourcePath() {}

    /** Moves on over a path, leaving its last segment. */
    static void keepName(LineScan scan, int file, int fileEnd) {
        int name = fileEnd;
        while (name > file && !isSlash(scan.charAt(name - 1))) {
            name--;
        }
        if (name > file) {
            scan.rewrite("source-folder", name, "");
        }
        scan.keep(fileEnd);
    }

    static boolean isSlash(char c) {
        return c == '/' || c == '\\';
    }
}
