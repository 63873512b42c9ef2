package io.traceops.application.query;

import io.traceops.application.capture.Violation;
import java.util.List;

/** What a question is answered with. */
public sealed interface Answer<T> {
    /** The answer. */
    record Found<T>(T value) implements Answer<T> {}

    /**
     * What was asked about does not exist.
     *
     * @param what what was looked for, such as {@code event abc}
     * @param advice what to do about it
     */
    record NotFound<T>(String what, String advice) implements Answer<T> {}

    /** The question itself is malformed; everything that is wrong with it. */
    record Invalid<T>(List<Violation> violations) implements Answer<T> {
        public Invalid {
            violations = List.copyOf(violations);
        }
    }
}
