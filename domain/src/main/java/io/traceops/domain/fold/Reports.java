package io.traceops.domain.fold;

import io.traceops.domain.event.ErrorEvent;
import io.traceops.domain.event.Event;
import io.traceops.domain.event.EventId;
import io.traceops.domain.event.JsonOrder;
import io.traceops.domain.grouping.ErrorFacts;
import io.traceops.domain.grouping.StackEvidence.NoStack;
import java.util.Comparator;

/**
 * Several reports of one failure. Telemetry tells of a failure more than once: on the span that failed and in the log, and
 * once more for each time that something on the way recorded it. The reports have one id, which was
 * {@linkplain EventId#isOfReport derived} from the failure, but not one content: the span knows the route, the log does
 * not. The richest of them stands for the failure, whatever came first; so what is stored depends on the set of reports
 * alone.
 *
 * <p>Richer is the one that names a route, then the one that has a stack, then the earlier one. Where even that is equal, an
 * order that means nothing decides, for it is the same everywhere.
 */
final class Reports {
    /** The richest first. */
    private static final Comparator<ErrorEvent> RICHEST_FIRST = Comparator.comparing(Reports::hasNoRoute)
            .thenComparing(Reports::hasNoStack)
            .thenComparingLong(ErrorEvent::timestampMicros)
            .thenComparing(ErrorEvent::message)
            .thenComparing(event -> event.metadata().object(), JsonOrder.INSTANCE);

    private Reports() {}

    /** Whether two events are reports of one failure rather than two events of which one took the other's id. */
    static boolean areOfOneFailure(Event a, Event b) {
        return a.id().isOfReport()
                && a.id().equals(b.id())
                && a.service().equals(b.service())
                && a instanceof ErrorEvent
                && b instanceof ErrorEvent;
    }

    /** Whether, of two reports of one failure, the first is the richer one. */
    static boolean isRicher(Event a, Event b) {
        return a instanceof ErrorEvent errorA
                && b instanceof ErrorEvent errorB
                && RICHEST_FIRST.compare(errorA, errorB) < 0;
    }

    private static boolean hasNoRoute(ErrorEvent event) {
        return ErrorFacts.of(event).route().isEmpty();
    }

    private static boolean hasNoStack(ErrorEvent event) {
        return ErrorFacts.of(event).stack() instanceof NoStack;
    }
}
