package io.traceops.domain.grouping.stack;

import io.traceops.domain.grouping.decision.DecisionLog;
import java.util.List;
import java.util.Optional;

/**
 * Finds the frame that stands for a stack: the first non-empty in-app frame, else the first non-empty frame.
 *
 * <p>The dialects are asked in a fixed order, first about the first {@value #HEAD_LINES} lines, where nearly every
 * stack shows its shape, then about more of them; the first that recognises what it is shown reads the whole text. The
 * order runs from the shapes that no other runtime prints to the loose ones, so that a text is not claimed by a dialect
 * that only happens to fit:
 *
 * <ol>
 *   <li>Python: {@code File "x.py", line 1} is unmistakable, and Python likes to quote other stacks in its messages (a
 *       Java stack in one of Spark's, for example).
 *   <li>Go: a function right above its file, a pair that nobody else prints.
 *   <li>Rust: its header and its numbered frames are plain, and its {@code at ./src/x.rs:1:2} would pass for V8's.
 *   <li>Ruby: {@code path:1:in 'method'}. It shares its line {@code Traceback (most recent call last):} with Python,
 *       but not one frame.
 *   <li>The JVM: {@code at a.b.C.m(File.java:1)}, without a blank before the parenthesis and with one number in it.
 *   <li>V8: {@code at f (file:1:2)}, always two numbers.
 *   <li>.NET, the loosest of those that begin a frame with {@code at}.
 *   <li>PHP: {@code #0 file(1): f()} is plain, but for a warning without a trace {@code … in file.php:1} is all there
 *       is.
 *   <li>Gecko and Safari: {@code f@url:1:2}.
 *   <li>Backtraces with addresses, the loosest: their shapes are many, and numbers and addresses stand in many texts.
 * </ol>
 *
 * <p>Total on arbitrary text; its work is linear in the length of the text, and it stops at the first in-app frame.
 * Immutable and safe for concurrent use.
 */
public final class StackReader {
    /** How many lines are shown to every dialect before any of them sees more. */
    static final int HEAD_LINES = 8;

    private static final List<StackDialect> DIALECTS = List.of(
            new PythonDialect(),
            new GoDialect(),
            new RustDialect(),
            new RubyDialect(),
            new JvmDialect(),
            new V8Dialect(),
            new DotnetDialect(),
            new PhpDialect(),
            new GeckoDialect(),
            new NativeDialect());

    private final LibraryList libraries;

    /** @param libraries decides which frames are not in-app, unless the client says so of its own frames */
    public StackReader(LibraryList libraries) {
        this.libraries = libraries;
    }

    /**
     * Reads a stack that a runtime printed.
     *
     * @param log receives the dialect, the frames that were skipped, and what became of the frame that decides
     * @return the deciding frame; for a text of no known shape its first line with its numbers removed, not pinned;
     *     empty if the text is blank or holds nothing but numbers
     */
    public Optional<TopFrame> read(String stackText, DecisionLog log) {
        int headEnd = LineCursor.endOfLines(stackText, HEAD_LINES);
        Optional<TopFrame> top = read(stackText, stackText.substring(0, headEnd), log);
        if (top.isEmpty() && headEnd < stackText.length()) {
            top = read(stackText, stackText, log);
        }
        return top.isPresent() ? top : UnknownStack.read(stackText, log);
    }

    /**
     * Reads a stack that arrived as data.
     *
     * @param exceptionType the class of the failure if the client named it; where the files are those of the JVM it joins
     *     the canonical text, as it does in a stack that the JVM printed
     * @return the deciding frame; empty if no frame names a module, a file or a function
     */
    public Optional<TopFrame> read(
            List<StructuredFrame> framesNewestFirst, Optional<String> exceptionType, DecisionLog log) {
        FrameSearch search = new FrameSearch(log);
        StructuredStack.walk(framesNewestFirst, libraries, search);
        Optional<String> joining = exceptionType
                .filter(_ -> StructuredStack.isOfJvm(framesNewestFirst))
                .flatMap(StructuredStack::exceptionType);
        return search.topFrame(StackLanguage.STRUCTURED, joining);
    }

    /** Reads the text with the first dialect that recognises the leading part and finds a frame. */
    private Optional<TopFrame> read(String stackText, String leadingPart, DecisionLog log) {
        for (StackDialect dialect : DIALECTS) {
            if (dialect.recognises(leadingPart)) {
                Optional<TopFrame> top = read(stackText, dialect, log);
                if (top.isPresent()) {
                    return top;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<TopFrame> read(String stackText, StackDialect dialect, DecisionLog log) {
        log.add("stack-dialect", "", dialect.language().name());
        FrameSearch search = new FrameSearch(log);
        dialect.walk(stackText, libraries, search);
        return search.topFrame(dialect.language(), dialect.exceptionType(stackText));
    }
}
