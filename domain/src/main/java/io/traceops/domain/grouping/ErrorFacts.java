package io.traceops.domain.grouping;

import io.traceops.domain.event.ErrorEvent;
import io.traceops.domain.event.JsonValue.JsonString;
import io.traceops.domain.event.Metadata;
import java.util.List;
import java.util.Optional;

/**
 * What an error says that grouping reads, as it came. A member of the metadata that is malformed counts as absent and
 * never makes an event unreadable.
 *
 * @param message the raw message
 * @param stack where it was raised
 * @param exceptionType the class of the innermost failure, beside a stack that came as data; a stack as text names it itself
 * @param route the raw route that it was met on; of a URL, only its path will count
 * @param clientFingerprint the parts of the client's own fingerprint, in which {@code {{ default }}} stands for
 *     message, frame and route; absent if it sent none, never empty
 */
public record ErrorFacts(
        String message,
        StackEvidence stack,
        Optional<String> exceptionType,
        Optional<String> route,
        Optional<List<String>> clientFingerprint) {
    public ErrorFacts {
        clientFingerprint = clientFingerprint.map(List::copyOf);
    }

    /** Reads an event. Total: no event is refused. */
    public static ErrorFacts of(ErrorEvent event) {
        Metadata metadata = event.metadata();
        return new ErrorFacts(
                event.message(),
                StackMember.of(metadata),
                text(metadata, "exceptionType").or(() -> text(metadata, "exception.type")),
                route(event),
                ClientFingerprint.of(metadata));
    }

    private static Optional<String> route(ErrorEvent event) {
        Metadata metadata = event.metadata();
        return text(metadata, "route")
                .or(() -> text(metadata, "path"))
                .or(() -> text(metadata, "url").filter(ErrorFacts::isUrl))
                .or(() -> RouteInMessage.find(event.message()));
    }

    private static Optional<String> text(Metadata metadata, String name) {
        return metadata.member(name)
                .flatMap(value -> value instanceof JsonString string ? Optional.of(string.text()) : Optional.empty())
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    /** An absolute URL, or a relative one that starts with its path; anything else is malformed. */
    private static boolean isUrl(String text) {
        int scheme = text.indexOf("://");
        return text.startsWith("/") || (scheme > 0 && isScheme(text, scheme));
    }

    private static boolean isScheme(String text, int end) {
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            boolean allowed =
                    (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || "+-.".indexOf(c) >= 0;
            if (!allowed) {
                return false;
            }
        }
        return true;
    }
}
