package io.traceops.domain.grouping.stack;

/**
 * The place and the function of a frame that arrived as data, each empty if the client sent none. The module is the
 * place where there is one, else what the function itself names, else the file.
 *
 * @param generated true if the frame is a bridge that a runtime made up
 */
record StructuredName(String place, String function, boolean generated) {

    static StructuredName of(StackLanguage language, String module, String file, String function) {
        return switch (language) {
            case JVM -> jvm(module, file, function);
            case JAVASCRIPT_V8, JAVASCRIPT_GECKO ->
                named(orElse(module, JavaScriptFile.place(file)), JavaScriptNames.function(function));
            case PYTHON -> python(module, file, function);
            case DOTNET -> dotnet(module, file, function);
            case GO -> go(module, file, function);
            case RUBY -> named(orElse(module, RubyName.place(file)), RubyName.function(function));
            case PHP -> php(module, file, function);
            case RUST -> rust(module, file, function);
            case NATIVE -> symbol(module, file, function);
            case STRUCTURED, UNKNOWN ->
                isDotnet(module, function) ? dotnet(module, file, function) : jvm(module, file, function);
        };
    }

    /**
     * What the compilers of C# put into names: {@code <Load>d__1}, unlike the whole names {@code <init>} and {@code
     * <module>}.
     */
    private static boolean isDotnet(String module, String function) {
        return module.indexOf('<') >= 0 || (function.startsWith("<") && !function.endsWith(">"));
    }

    private static StructuredName jvm(String module, String file, String function) {
        JvmName name = JvmName.of(module, function);
        return new StructuredName(orElse(name.type(), FilePlace.of(file)), name.method(), name.generated());
    }

    /** A comprehension has no frame of its own in newer interpreters, so it has no name either. */
    private static StructuredName python(String module, String file, String function) {
        String name = PythonNames.function(function);
        boolean comprehension = name.isEmpty() && !function.isEmpty();
        return comprehension ? named("", "") : named(orElse(module, PythonNames.place(file)), name);
    }

    private static StructuredName dotnet(String module, String file, String function) {
        int parameters = function.indexOf('(');
        String method =
                parameters < 0 ? function : function.substring(0, parameters).strip();
        DotnetName name = DotnetName.of(joined(module, ".", method));
        return named(orElse(name.type(), FilePlace.of(file)), name.method());
    }

    private static StructuredName go(String module, String file, String function) {
        String symbol = joined(module, ".", function);
        String path = GoName.packageOf(symbol, 0, symbol.length());
        return named(orElse(path, FilePlace.of(file)), GoName.functionOf(symbol, 0, symbol.length()));
    }

    private static StructuredName php(String module, String file, String function) {
        PhpName name = PhpName.of(joined(module, "::", function), file);
        return named(name.place(), name.function());
    }

    private static StructuredName rust(String module, String file, String function) {
        RustName name = RustName.of(joined(module, "::", function));
        return named(orElse(name.place(), FilePlace.of(file)), name.function());
    }

    private static StructuredName symbol(String module, String file, String function) {
        SymbolName name = SymbolName.of(function, module);
        return named(orElse(name.place(), orElse(module, FilePlace.of(file))), name.function());
    }

    private static StructuredName named(String place, String function) {
        return new StructuredName(place, function, false);
    }

    /** The whole name as a text prints it; a module without a function, or the reverse, stands alone. */
    private static String joined(String module, String separator, String function) {
        return module.isEmpty() || function.isEmpty() ? module + function : module + separator + function;
    }

    private static String orElse(String name, String otherwise) {
        return name.isEmpty() ? otherwise : name;
    }
}
