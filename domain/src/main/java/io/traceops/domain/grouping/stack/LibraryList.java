package io.traceops.domain.grouping.stack;

/**
 * Decides which frames belong to a runtime, a framework or a package folder, by prefixes of modules and fragments of
 * file paths. Immutable.
 */
public interface LibraryList {
    /** Whether a module such as {@code java.util.HashMap} or {@code std::panicking} is a library's. */
    boolean ownsModule(StackLanguage language, String module);

    /** Whether a file such as {@code node_modules/x/index.js}, with forward slashes, is a library's. */
    boolean ownsFile(StackLanguage language, String path);
}
