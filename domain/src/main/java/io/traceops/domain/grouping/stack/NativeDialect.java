package io.traceops.domain.grouping.stack;

import java.util.Optional;

/**
 * Backtraces of Swift, Objective-C, C and C++: crash logs and call stacks of Apple's systems, Swift's own from 5.9 on,
 * gdb's, glibc's {@code backtrace_symbols}, those of the sanitizers, Boost, glog, and Android's tombstones.
 *
 * <p>The type or namespace of a function stands for the place; for a plain function the file where the symbols hold it,
 * else the program or library. A frame without a symbol is an address: only its program or library is known, so it is
 * never the in-app frame that decides. A crash log begins with what its header says; the frames of the exception or of
 * the thread that crashed are read, and no further thread.
 */
final class NativeDialect implements StackDialect {
    @Override
    public StackLanguage language() {
        return StackLanguage.NATIVE;
    }

    @Override
    public boolean recognises(String text) {
        LineCursor lines = LineCursor.leading(text);
        NativeLine line = new NativeLine(text);
        while (lines.next()) {
            if (line.read(lines.start(), lines.end())) {
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
        LineCursor lines = LineCursor.within(text, crashStart(text), text.length());
        NativeLine line = new NativeLine(text);
        boolean seen = false;
        boolean more = true;
        while (more && lines.next() && !(seen && lines.startsWith("Thread "))) {
            if (line.read(lines.start(), lines.end())) {
                seen = true;
                more = visit(line, libraries, visitor);
            }
        }
    }

    /** Where the exception or the crashed thread of a crash log begins; 0 if no line announces one. */
    private static int crashStart(String text) {
        LineCursor lines = LineCursor.over(text);
        while (lines.next()) {
            boolean crashed = lines.startsWith("Thread ") && lines.endsWith("rashed:");
            if (crashed || lines.startsWith("Last Exception Backtrace:")) {
                return lines.end();
            }
        }
        return 0;
    }

    private boolean visit(NativeLine line, LibraryList libraries, FrameVisitor visitor) {
        String image = FilePlace.slashed(line.image());
        String module = image.substring(image.lastIndexOf('/') + 1);
        String file = line.file();
        SymbolName name = SymbolName.of(line.name(), module);
        boolean library = name.function().isEmpty()
                || name.isReserved()
                || line.isSystem()
                || libraries.ownsModule(language(), name.owner())
                || libraries.ownsModule(language(), module)
                || libraries.ownsFile(language(), image)
                || libraries.ownsFile(language(), FilePlace.slashed(file));
        return visitor.frame(place(name, file, module), name.function(), !library, line.raw());
    }

    private static String place(SymbolName name, String file, String module) {
        if (!name.place().isEmpty()) {
            return name.place();
        }
        return file.isEmpty() ? module : FilePlace.of(file);
    }
}
