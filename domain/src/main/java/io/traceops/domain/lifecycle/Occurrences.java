package io.traceops.domain.lifecycle;

import io.traceops.domain.event.Moment;
import java.util.Optional;

/** The stored occurrences of one issue in their order. Dropped ones are not among them. */
public interface Occurrences {
    /** The earliest occurrence at or after a moment. */
    Optional<Moment> firstFrom(Moment inclusive);

    /** The earliest occurrence after a moment. */
    Optional<Moment> firstAfter(Moment exclusive);

    /** The latest occurrence before a moment. */
    Optional<Moment> lastBefore(Moment exclusive);
}
