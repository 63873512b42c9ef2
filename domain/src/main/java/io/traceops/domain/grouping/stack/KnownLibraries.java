package io.traceops.domain.grouping.stack;

import java.util.List;
import java.util.Set;

/** The library table of each language. What stands in them is policy: data, no rule. */
final class KnownLibraries {
    private static final LibraryTable NONE = LibraryTable.of(Set.of(), Set.of(), Set.of());

    /**
     * Frames that arrived as data and do not show their language. The modules of Go, Rust and C are left out: short
     * words such as {@code image.} and {@code log.} are the names of other languages' own code.
     */
    private static final LibraryTable ANY = LibraryTable.union(List.of(
            JvmLibraries.TABLE,
            JavaScriptLibraries.TABLE,
            PythonLibraries.TABLE,
            DotnetLibraries.TABLE,
            ScriptLibraries.RUBY,
            ScriptLibraries.PHP));

    private KnownLibraries() {}

    static LibraryTable of(StackLanguage language) {
        return switch (language) {
            case JVM -> JvmLibraries.TABLE;
            case JAVASCRIPT_V8, JAVASCRIPT_GECKO -> JavaScriptLibraries.TABLE;
            case PYTHON -> PythonLibraries.TABLE;
            case DOTNET -> DotnetLibraries.TABLE;
            case GO -> NativeLibraries.GO;
            case RUST -> NativeLibraries.RUST;
            case NATIVE -> NativeLibraries.NATIVE;
            case RUBY -> ScriptLibraries.RUBY;
            case PHP -> ScriptLibraries.PHP;
            case STRUCTURED -> ANY;
            case UNKNOWN -> NONE;
        };
    }
}
