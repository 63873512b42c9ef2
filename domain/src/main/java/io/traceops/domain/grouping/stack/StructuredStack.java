package io.traceops.domain.grouping.stack;

import java.util.List;
import java.util.Optional;

/**
 * Walks frames that arrived as data. They are named as the frames of a text are, by the rules of the language that the
 * extension of the file tells, so that the two ways of sending one error lead to one name. What the client says of a
 * frame counts more than the library list.
 */
final class StructuredStack {
    private StructuredStack() {}

    static void walk(List<StructuredFrame> framesNewestFirst, LibraryList libraries, FrameVisitor visitor) {
        boolean wantsMore = true;
        for (int index = 0; wantsMore && index < framesNewestFirst.size(); index++) {
            wantsMore = show(framesNewestFirst.get(index), libraries, visitor);
        }
    }

    /** Whether any file is one of the JVM's languages. */
    static boolean isOfJvm(List<StructuredFrame> frames) {
        return frames.stream()
                .anyMatch(frame -> languageOf(frame.file().orElse("").strip()) == StackLanguage.JVM);
    }

    /** The class of the failure as the client named it, normalised; empty if it is blank. */
    static Optional<String> exceptionType(String type) {
        String named = JvmName.of(type.strip(), "").type();
        return named.isEmpty() ? Optional.empty() : Optional.of(named);
    }

    private static boolean show(StructuredFrame frame, LibraryList libraries, FrameVisitor visitor) {
        String module = frame.module().orElse("").strip();
        String file = FilePlace.slashed(frame.file().orElse("").strip());
        String function = frame.function().orElse("").strip();
        StackLanguage language = languageOf(file);
        StructuredName name = StructuredName.of(language, module, file, function);
        boolean inApp = frame.inApp().orElseGet(() -> !isLibrary(name, language, file, libraries));
        return visitor.frame(name.place(), name.function(), inApp, raw(module, file, function));
    }

    private static boolean isLibrary(StructuredName name, StackLanguage language, String file, LibraryList libraries) {
        boolean namesModule = !name.place().equals(FilePlace.of(file));
        return name.generated()
                || (namesModule && libraries.ownsModule(language, name.place()))
                || libraries.ownsFile(language, file);
    }

    private static String raw(String module, String file, String function) {
        return ((module + ' ' + file).strip() + ' ' + function).strip();
    }

    /** The language that the extension tells; {@link StackLanguage#STRUCTURED} if it tells none. */
    private static StackLanguage languageOf(String file) {
        return switch (file.substring(file.lastIndexOf('.') + 1)) {
            case "java", "kt", "kts", "scala", "groovy", "clj" -> StackLanguage.JVM;
            case "js", "mjs", "cjs", "jsx", "ts", "mts", "cts", "tsx", "vue", "svelte" -> StackLanguage.JAVASCRIPT_V8;
            case "py", "pyx" -> StackLanguage.PYTHON;
            case "go" -> StackLanguage.GO;
            case "rb", "erb" -> StackLanguage.RUBY;
            case "php" -> StackLanguage.PHP;
            case "cs", "vb", "fs" -> StackLanguage.DOTNET;
            case "rs" -> StackLanguage.RUST;
            case "swift", "c", "cc", "cpp", "cxx", "h", "hpp", "m", "mm" -> StackLanguage.NATIVE;
            default -> StackLanguage.STRUCTURED;
        };
    }
}
