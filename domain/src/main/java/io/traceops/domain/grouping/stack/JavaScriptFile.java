package io.traceops.domain.grouping.stack;

/** The file in the location of a JavaScript frame, with forward slashes and without line and column. */
final class JavaScriptFile {
    private static final String EVAL = "eval at ";
    private static final String HERMES = "address at ";
    private static final String WASM = "wasm://";

    private JavaScriptFile() {}

    /** The file that the location names; empty for native code, anonymous scripts and the like. */
    static String at(String text, int from, int to) {
        if (TextScan.startsWith(text, from, to, EVAL)) {
            return evalOrigin(text, from, to);
        }
        int start = TextScan.startsWith(text, from, to, HERMES) ? from + HERMES.length() : from;
        String file = FilePlace.slashed(text.substring(start, TextScan.dropPosition(text, start, to)));
        return isNameless(file) ? "" : file;
    }

    /** The place that stands for the file. */
    static String place(String file) {
        return file.startsWith(WASM) ? "wasm" : FilePlace.of(file);
    }

    /**
     * The file that called {@code eval}. In {@code eval at f (eval at g (app.js:3:5), <anonymous>:1:1)} it is in the
     * innermost parentheses.
     */
    private static String evalOrigin(String text, int from, int to) {
        int open = TextScan.lastIndexOf(text, from, to, '(') + 1;
        int close = text.indexOf(')', Math.max(open, from), to);
        if (open == 0 || close < 0) {
            return "";
        }
        String file = FilePlace.slashed(text.substring(open, TextScan.dropPosition(text, open, close)));
        return isNameless(file) ? "" : file;
    }

    private static boolean isNameless(String file) {
        return switch (file) {
            case "", "native", "[native code]", "unknown", "unknown location", "anonymous" -> true;
            default ->
                file.endsWith("<anonymous>")
                        || file.startsWith("index ")
                        || (file.startsWith("VM") && TextScan.skipDigits(file, 2, file.length()) == file.length());
        };
    }
}
