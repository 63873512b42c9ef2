package io.traceops.adapter.sentry.event;

import io.traceops.adapter.sentry.json.Fields;
import io.traceops.domain.event.JsonValue;
import io.traceops.domain.event.JsonValue.JsonObject;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** The message of an event that is more than its exception: a text, or a template with what was put into it. */
final class LogMessage {
    /** What a placeholder may end with: {@code %s}, {@code %d}, and the rest of their family. */
    private static final String CONVERSIONS = "sdifrvxXoeEgGcuj";

    private LogMessage() {}

    static Optional<String> of(SentryEvent event) {
        return event.json()
                .member("logentry")
                .flatMap(LogMessage::read)
                .or(() -> event.json().member("message").flatMap(LogMessage::read))
                .or(() -> event.json().member("sentry.interfaces.Message").flatMap(LogMessage::read));
    }

    private static Optional<String> read(JsonValue value) {
        if (!(value instanceof JsonObject parts)) {
            return Fields.text(value);
        }
        return Fields.text(parts, "formatted")
                .or(() -> Fields.text(parts, "message").map(template -> filled(template, params(parts))));
    }

    private static List<String> params(JsonObject parts) {
        return parts
                .member("params")
                .map(params -> params instanceof JsonObject named
                        ? List.copyOf(named.members().values())
                        : Fields.elements(params))
                .orElse(List.of())
                .stream()
                .map(param -> Fields.text(param).orElse("?"))
                .toList();
    }

    /** The template with its placeholders replaced in their order, as far as there is something to put there. */
    private static String filled(String template, List<String> params) {
        StringBuilder filled = new StringBuilder();
        Iterator<String> next = params.iterator();
        for (int i = 0; i < template.length(); i++) {
            char c = template.charAt(i);
            boolean isPlaceholder = c == '%'
                    && i + 1 < template.length()
                    && CONVERSIONS.indexOf(template.charAt(i + 1)) >= 0
                    && next.hasNext();
            if (isPlaceholder) {
                filled.append(next.next());
                i++;
            } else {
                filled.append(c);
            }
        }
        return filled.toString();
    }
}
