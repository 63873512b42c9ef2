package io.traceops.http.json;

import io.traceops.application.capture.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Maps the values of a query, and keeps what could not be mapped. Used for one request; not thread-safe. */
public final class QueryValues {
    private final List<Violation> malformed = new ArrayList<>(0);

    public OptionalInt number(String name, Optional<String> value) {
        try {
            return value.isPresent() ? OptionalInt.of(Integer.parseInt(value.get())) : OptionalInt.empty();
        } catch (NumberFormatException e) {
            malformed.add(new Violation(name, "is not a whole number of at most " + Integer.MAX_VALUE));
            return OptionalInt.empty();
        }
    }

    public OptionalLong time(String name, Optional<String> value) {
        OptionalLong micros = value.map(Times::ofQuery).orElse(OptionalLong.empty());
        if (value.isPresent() && micros.isEmpty()) {
            malformed.add(new Violation(name, Times.PROBLEM));
        }
        return micros;
    }

    public <E extends Enum<E>> Optional<E> constant(String name, Optional<String> value, WireNames<E> names) {
        Optional<E> constant = value.flatMap(names::find);
        if (value.isPresent() && constant.isEmpty()) {
            malformed.add(new Violation(name, names.problem()));
        }
        return constant;
    }

    /** What could not be mapped so far. */
    public List<Violation> malformed() {
        return List.copyOf(malformed);
    }
}
