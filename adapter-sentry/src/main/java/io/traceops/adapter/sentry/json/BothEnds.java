package io.traceops.adapter.sentry.json;

import io.traceops.domain.event.JsonValue;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The elements of an array: all of them, or the first and the last ones of a long array. Not thread-safe. */
final class BothEnds {
    private final List<JsonValue> first = new ArrayList<>();
    private final Deque<Weighed> last = new ArrayDeque<>();

    /** @param values how many values the element consists of */
    private record Weighed(JsonValue element, int values) {}

    /**
     * Takes the next element.
     *
     * @param values how many values it consists of
     * @return of how many values the element consisted that had to make room, 0 if none had to
     */
    int add(JsonValue element, int values) {
        if (first.size() < LenientJson.ELEMENTS_FIRST) {
            first.add(element);
            return 0;
        }
        last.addLast(new Weighed(element, values));
        return last.size() > LenientJson.ELEMENTS_LAST ? last.removeFirst().values() : 0;
    }

    List<JsonValue> elements() {
        List<JsonValue> elements = new ArrayList<>(first);
        last.forEach(weighed -> elements.add(weighed.element()));
        return elements;
    }
}
