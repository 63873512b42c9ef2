package io.traceops.adapter.sentry.event;

import io.traceops.adapter.sentry.json.Fields;
import io.traceops.domain.event.JsonValue;
import java.util.Locale;

/** How grave the SDK says that an event is. */
enum Level {
    FATAL,
    ERROR,
    WARNING,
    INFO,
    DEBUG,
    LOG;

    /** A word, or a number as logging libraries have it: 10 is debug, 50 is fatal. Anything else is an error. */
    static Level of(JsonValue value) {
        return switch (Fields.text(value).orElse("").toLowerCase(Locale.ROOT)) {
            case "fatal", "critical", "50" -> FATAL;
            case "warning", "warn", "30" -> WARNING;
            case "info", "20" -> INFO;
            case "debug", "trace", "10" -> DEBUG;
            case "log" -> LOG;
            default -> ERROR;
        };
    }

    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
