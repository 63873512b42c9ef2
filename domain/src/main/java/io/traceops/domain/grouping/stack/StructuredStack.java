package io.traceops.domain.grouping.stack;

import java.util.List;

/** Walks frames that arrived as data. What the client says of a frame counts more than the library list. */
final class StructuredStack {
    private StructuredStack() {}

    static void walk(List<StructuredFrame> framesNewestFirst, LibraryList libraries, FrameVisitor visitor) {
        for (StructuredFrame frame : framesNewestFirst) {
            String module = frame.module().orElse("").strip();
            String file = FilePlace.slashed(frame.file().orElse("").strip());
            String function = frame.function().orElse("").strip();
            boolean inApp = frame.inApp()
                    .orElseGet(() -> !libraries.ownsModule(StackLanguage.STRUCTURED, module)
                            && !libraries.ownsFile(StackLanguage.STRUCTURED, file));
            String place = module.isEmpty() ? FilePlace.of(file) : module;
            if (!visitor.frame(place, function, inApp, module + ' ' + file + ' ' + function)) {
                return;
            }
        }
    }

    static String exceptionType(String type) {
        return type.strip();
    }
}
