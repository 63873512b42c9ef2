package io.traceops.domain.grouping;

import io.traceops.domain.event.JsonValue;
import io.traceops.domain.event.JsonValue.JsonArray;
import io.traceops.domain.event.JsonValue.JsonBoolean;
import io.traceops.domain.event.JsonValue.JsonObject;
import io.traceops.domain.event.JsonValue.JsonString;
import io.traceops.domain.event.Metadata;
import io.traceops.domain.grouping.StackEvidence.NoStack;
import io.traceops.domain.grouping.StackEvidence.StackFrames;
import io.traceops.domain.grouping.StackEvidence.StackText;
import io.traceops.domain.grouping.stack.StructuredFrame;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the stack out of metadata: the first of its members that holds a usable one. */
final class StackMember {
    private static final List<String> NAMES = List.of("errorStack", "stack", "stackTrace", "stacktrace");

    private StackMember() {}

    static StackEvidence of(Metadata metadata) {
        for (String name : NAMES) {
            Optional<StackEvidence> stack = metadata.member(name).flatMap(StackMember::read);
            if (stack.isPresent()) {
                return stack.get();
            }
        }
        return NoStack.NONE;
    }

    private static Optional<StackEvidence> read(JsonValue value) {
        return switch (value) {
            case JsonString text -> text(text.text());
            case JsonArray array when array.elements().stream().allMatch(JsonString.class::isInstance) -> lines(array);
            case JsonArray array -> frames(array);
            default -> Optional.empty();
        };
    }

    private static Optional<StackEvidence> text(String text) {
        return text.isBlank() ? Optional.empty() : Optional.of(new StackText(text));
    }

    private static Optional<StackEvidence> lines(JsonArray array) {
        StringBuilder text = new StringBuilder();
        for (JsonValue element : array.elements()) {
            if (element instanceof JsonString line) {
                text.append(text.isEmpty() ? "" : "\n").append(line.text());
            }
        }
        return text(text.toString());
    }

    /** One element that is no frame makes the whole list malformed; a list whose frames say nothing is none. */
    private static Optional<StackEvidence> frames(JsonArray array) {
        List<StructuredFrame> frames = new ArrayList<>(array.elements().size());
        boolean saysSomething = false;
        for (JsonValue element : array.elements()) {
            if (!(element instanceof JsonObject object)) {
                return Optional.empty();
            }
            StructuredFrame frame = frame(object);
            saysSomething |= frame.function().isPresent()
                    || frame.module().isPresent()
                    || frame.file().isPresent();
            frames.add(frame);
        }
        return saysSomething ? Optional.of(new StackFrames(frames)) : Optional.empty();
    }

    private static StructuredFrame frame(JsonObject object) {
        return new StructuredFrame(
                string(object, "function"),
                string(object, "module"),
                string(object, "file").or(() -> string(object, "filename")),
                flag(object, "inApp").or(() -> flag(object, "in_app")));
    }

    private static Optional<String> string(JsonObject object, String name) {
        return object.member(name)
                .flatMap(value ->
                        value instanceof JsonString string && !string.text().isBlank()
                                ? Optional.of(string.text())
                                : Optional.empty());
    }

    private static Optional<Boolean> flag(JsonObject object, String name) {
        return object.member(name)
                .flatMap(value -> value instanceof JsonBoolean flag ? Optional.of(flag.value()) : Optional.empty());
    }
}
