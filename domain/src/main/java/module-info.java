/** The rules of TraceOps, as pure functions of values. */
module io.traceops.domain {
    requires static transitive org.jspecify;

    exports io.traceops.domain.correlation;
    exports io.traceops.domain.event;
    exports io.traceops.domain.fold;
    exports io.traceops.domain.grouping;
    exports io.traceops.domain.grouping.decision;
    exports io.traceops.domain.grouping.stack;
    exports io.traceops.domain.impact;
    exports io.traceops.domain.lifecycle;
    exports io.traceops.domain.release;
    exports io.traceops.domain.triage;
}
