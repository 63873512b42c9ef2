package io.traceops.domain.grouping.stack;

/** The family of runtimes whose way of printing a stack was recognised. */
public enum StackLanguage {
    /** V8 (Node, Chrome, Edge). */
    JAVASCRIPT_V8,
    /** SpiderMonkey and JavaScriptCore (Firefox, Safari). */
    JAVASCRIPT_GECKO,
    /** Java, Kotlin, Scala, Groovy. */
    JVM,
    PYTHON,
    GO,
    RUBY,
    PHP,
    DOTNET,
    RUST,
    /** Swift, C and C++ backtraces with addresses. */
    NATIVE,
    /** Frames that arrived as data, not as text. */
    STRUCTURED,
    /** No known shape: the first non-empty line stands for the frame. */
    UNKNOWN
}
