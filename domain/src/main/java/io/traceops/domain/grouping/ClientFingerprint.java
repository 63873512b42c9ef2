package io.traceops.domain.grouping;

import io.traceops.domain.event.JsonValue;
import io.traceops.domain.event.JsonValue.JsonArray;
import io.traceops.domain.event.JsonValue.JsonNumber;
import io.traceops.domain.event.JsonValue.JsonString;
import io.traceops.domain.event.Metadata;
import io.traceops.domain.event.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The fingerprint that a client sends to take grouping into its own hands. Bounded: parts beyond the first
 * {@value #PARTS_MAX} do not count, nor do the characters of a part beyond {@value #PART_LENGTH_MAX}.
 */
final class ClientFingerprint {
    static final int PARTS_MAX = 32;
    static final int PART_LENGTH_MAX = 1_024;

    /** The part that stands for message, frame and route, in the one spelling that is kept. */
    static final String DEFAULT = "{{ default }}";

    private ClientFingerprint() {}

    /**
     * The parts of {@code metadata.fingerprint}, an array of strings and numbers; absent if it is anything else, if it
     * is empty, or if it asks for nothing but the default.
     */
    static Optional<List<String>> of(Metadata metadata) {
        return metadata.member("fingerprint")
                .flatMap(value -> value instanceof JsonArray array ? parts(array) : Optional.empty())
                .filter(parts -> !parts.isEmpty() && !parts.equals(List.of(DEFAULT)));
    }

    private static Optional<List<String>> parts(JsonArray array) {
        List<String> parts = new ArrayList<>(Math.min(array.elements().size(), PARTS_MAX));
        for (JsonValue element : array.elements()) {
            Optional<String> text = text(element);
            if (text.isEmpty()) {
                return Optional.empty();
            }
            if (parts.size() < PARTS_MAX) {
                parts.add(isDefault(text.get()) ? DEFAULT : Text.cut(text.get(), PART_LENGTH_MAX));
            }
        }
        return Optional.of(parts);
    }

    private static Optional<String> text(JsonValue element) {
        return switch (element) {
            case JsonString string -> Optional.of(string.text());
            case JsonNumber number -> Optional.of(number.canonical());
            default -> Optional.empty();
        };
    }

    private static boolean isDefault(String part) {
        String trimmed = part.strip();
        return trimmed.length() >= DEFAULT.length() - 2
                && trimmed.startsWith("{{")
                && trimmed.endsWith("}}")
                && trimmed.substring(2, trimmed.length() - 2).strip().equals("default");
    }
}
