package io.traceops.domain.grouping.stack;

import java.util.Optional;

/**
 * Python: {@code File "x.py", line 1, in f}, the place of the failure last.
 *
 * <p>Of a chain ({@code During handling of the above exception…}, {@code … was the direct cause of…}) the last block
 * decides: it is the exception that was thrown, its message is the one that the event carries, and an exception that
 * was being handled need not have to do with it. Of an exception group the first of the exceptions within decides,
 * however deep: the group itself is raised by whoever collected them, always at the same place.
 *
 * <p>The frames of comprehensions are left out, because Python 3.12 stopped printing most of them.
 */
final class PythonDialect implements StackDialect {
    private static final String FILE = "File \"";
    private static final String FILE_END = "\", line ";
    private static final String FUNCTION = ", in ";
    private static final String CYTHON_MODULE = ".";

    @Override
    public StackLanguage language() {
        return StackLanguage.PYTHON;
    }

    /** The frames alone tell: their header is one that Ruby has printed too. */
    @Override
    public boolean recognises(String text) {
        LineCursor lines = LineCursor.leading(text);
        while (lines.next()) {
            int start = PythonBlock.skipMargin(text, lines.start(), lines.end());
            if (pathEnd(text, start, lines.end()) >= 0) {
                return true;
            }
        }
        return false;
    }

    @Override
    public Optional<String> exceptionType(String text) {
        return Optional.empty();
    }

    @Override
    public void walk(String text, LibraryList libraries, FrameVisitor visitor) {
        PythonBlock block = PythonBlock.deciding(text);
        int lineEnd = block.to();
        boolean wantsMore = true;
        while (wantsMore && lineEnd > block.from()) {
            int lineStart = Math.max(block.from(), text.lastIndexOf('\n', lineEnd - 1) + 1);
            wantsMore = show(text, lineStart, lineEnd, libraries, visitor);
            lineEnd = lineStart - 1;
        }
    }

    private boolean show(String text, int from, int to, LibraryList libraries, FrameVisitor visitor) {
        int start = PythonBlock.skipMargin(text, from, to);
        int pathStart = start + FILE.length();
        int pathEnd = pathEnd(text, start, to);
        if (pathEnd < 0) {
            return true;
        }
        int end = TextScan.dropBlanks(text, pathEnd, to);
        int in = text.indexOf(FUNCTION, pathEnd + FILE_END.length(), end);
        String printed = in < 0 ? "" : text.substring(in + FUNCTION.length(), end);
        String function = PythonNames.function(printed);
        if (function.isEmpty() && !printed.isEmpty()) {
            return true;
        }
        String path = FilePlace.slashed(text.substring(pathStart, pathEnd));
        // Cython prints the path within its package, and the function with its module.
        boolean ofLibrary = libraries.ownsFile(language(), path)
                || (function.contains(CYTHON_MODULE) && libraries.ownsModule(language(), function));
        return visitor.frame(PythonNames.place(path), function, !ofLibrary, text.substring(start, end));
    }

    /** Where the path ends if a frame begins at {@code start}; -1 if none does. */
    private static int pathEnd(String text, int start, int to) {
        return TextScan.startsWith(text, start, to, FILE) ? text.indexOf(FILE_END, start + FILE.length(), to) : -1;
    }
}
