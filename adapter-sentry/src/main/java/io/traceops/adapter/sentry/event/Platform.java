package io.traceops.adapter.sentry.event;

import java.util.Optional;

/**
 * What an SDK runs on, as far as it decides how an error is read. An error that was sent through another door came as the
 * runtime prints it; where the SDK says the same in other parts, they are put together as the runtime would have it, so
 * that one failure is one issue whatever door it comes through.
 */
enum Platform {
    /** Java, Kotlin, Scala: {@code module.Type}. */
    JVM,
    /** The module of an exception is its assembly, which .NET does not print. */
    DOTNET,
    /** Names of classes are whole. */
    PHP,
    /** Python prints the module of a class unless it is one of its own, and the file of a frame, not its module. */
    PYTHON,
    /** The module of a frame is made up by the SDK: browsers and Node print files. */
    JAVASCRIPT,
    /** Frames are printed by file; what an exception's module says, its type says as well. */
    RUBY,
    OTHER;

    private static final String UNKNOWN_FUNCTION = "?";

    static Platform of(Optional<String> name) {
        return switch (name.orElse("")) {
            case "java" -> JVM;
            case "csharp" -> DOTNET;
            case "php" -> PHP;
            case "python" -> PYTHON;
            case "javascript", "node" -> JAVASCRIPT;
            case "ruby" -> RUBY;
            default -> OTHER;
        };
    }

    /** The class of an exception as the runtime prints it. */
    String typeName(Optional<String> module, String type) {
        return switch (this) {
            case JVM -> qualified(module, type);
            case PYTHON -> qualified(module.filter(name -> !isPythonsOwn(name)), type);
            case DOTNET, PHP, JAVASCRIPT, RUBY, OTHER -> type;
        };
    }

    /**
     * A function as the runtime prints it. The SDKs for JavaScript write a question mark where there is no name; the
     * runtime writes nothing, or {@code <anonymous>} behind the name of a type.
     */
    Optional<String> functionName(String function) {
        if (this != JAVASCRIPT || !function.endsWith(UNKNOWN_FUNCTION)) {
            return Optional.of(function);
        }
        String type = function.substring(0, function.length() - UNKNOWN_FUNCTION.length());
        return type.endsWith(".")
                ? Optional.of(type + "<anonymous>")
                : Optional.of(type).filter(name -> !name.isEmpty());
    }

    /** Whether the module of a frame is part of what the runtime prints of it. */
    boolean printsModules() {
        return switch (this) {
            case JVM, DOTNET, PHP, OTHER -> true;
            case PYTHON, JAVASCRIPT, RUBY -> false;
        };
    }

    private static String qualified(Optional<String> module, String type) {
        return module.filter(name -> !type.startsWith(name + '.'))
                .map(name -> name + '.' + type)
                .orElse(type);
    }

    private static boolean isPythonsOwn(String module) {
        return switch (module) {
            case "builtins", "__builtin__", "exceptions", "__main__" -> true;
            default -> false;
        };
    }
}
