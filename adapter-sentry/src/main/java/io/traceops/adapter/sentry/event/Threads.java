package io.traceops.adapter.sentry.event;

import io.traceops.adapter.sentry.json.Fields;
import io.traceops.domain.event.JsonValue.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The stack of an event that has no exception with one: that of the thread which sent it. */
final class Threads {
    private Threads() {}

    /** Its frames, oldest first; empty if there are none. */
    static List<JsonObject> frames(SentryEvent event) {
        List<JsonObject> threads = event
                .json()
                .member("threads")
                .map(threadsOrList -> threadsOrList instanceof JsonObject object
                        ? Fields.elements(object, "values")
                        : Fields.elements(threadsOrList))
                .map(Fields::objects)
                .orElse(List.of())
                .stream()
                .filter(thread -> !SentryException.frames(thread).isEmpty())
                .toList();
        return first(threads, thread -> is(thread, "crashed"))
                .or(() -> first(threads, thread -> is(thread, "current")))
                .or(() -> first(threads, _ -> threads.size() == 1))
                .map(SentryException::frames)
                .orElseGet(() -> ownFrames(event));
    }

    /** The stack of the event itself, as SDKs of former times sent it. */
    private static List<JsonObject> ownFrames(SentryEvent event) {
        return event.object("stacktrace", "sentry.interfaces.Stacktrace")
                .map(stack -> Fields.objects(Fields.elements(stack, "frames")))
                .orElse(List.of());
    }

    private static Optional<JsonObject> first(List<JsonObject> threads, Predicate<JsonObject> wanted) {
        return threads.stream().filter(wanted).findFirst();
    }

    private static boolean is(JsonObject thread, String name) {
        return Fields.flag(thread, name).orElse(false);
    }
}
