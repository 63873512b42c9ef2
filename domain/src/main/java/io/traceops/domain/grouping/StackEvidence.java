package io.traceops.domain.grouping;

import io.traceops.domain.grouping.stack.StructuredFrame;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What an error says of the place where it was raised. */
public sealed interface StackEvidence {
    /** The evidence as one text, for an explanation. */
    String raw();

    /** A stack as a runtime printed it. */
    record StackText(String raw) implements StackEvidence {}

    /** A stack as data, newest frame first; never empty. */
    record StackFrames(List<StructuredFrame> frames) implements StackEvidence {
        public StackFrames {
            frames = List.copyOf(frames);
        }

        @Override
        public String raw() {
            return frames.stream().map(StackFrames::line).collect(Collectors.joining("\n"));
        }

        private static String line(StructuredFrame frame) {
            return Stream.of(frame.module(), frame.file(), frame.function())
                    .flatMap(Optional::stream)
                    .collect(Collectors.joining(" "));
        }
    }

    /** No stack, or none that can be read. */
    enum NoStack implements StackEvidence {
        NONE;

        @Override
        public String raw() {
            return "";
        }
    }
}
