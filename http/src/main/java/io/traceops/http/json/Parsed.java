package io.traceops.http.json;

import java.util.function.Function;

/** What reading a JSON text gave. */
public sealed interface Parsed<T> {
    /** The text is JSON, and this is what it says. */
    record Ok<T>(T value) implements Parsed<T> {}

    /**
     * The text is not JSON, or goes beyond what this server reads.
     *
     * @param problem what is wrong and where, readable after "the text"
     */
    record Malformed<T>(String problem) implements Parsed<T> {}

    /** The one of the two values that applies. */
    default <R> R either(Function<? super T, ? extends R> ok, Function<? super String, ? extends R> malformed) {
        return switch (this) {
            case Ok<T>(T value) -> ok.apply(value);
            case Malformed<T>(String problem) -> malformed.apply(problem);
        };
    }
}
