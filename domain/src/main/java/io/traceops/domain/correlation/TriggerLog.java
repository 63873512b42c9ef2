package io.traceops.domain.correlation;

import io.traceops.domain.event.Moment;
import java.util.Optional;

/**
 * The triggers of one service in their order. A store that drops old events keeps the triggers of the last correlation
 * window before its horizon in this log, so that the errors just after the horizon keep their causes.
 */
public interface TriggerLog {
    /** The earliest trigger at or after a moment. */
    Optional<TriggerRef> firstFrom(Moment inclusive);

    /** The earliest trigger after a moment. */
    Optional<TriggerRef> firstAfter(Moment exclusive);

    /** The latest trigger before a moment. */
    Optional<TriggerRef> lastBefore(Moment exclusive);
}
