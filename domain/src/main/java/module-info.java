/** The rules of TraceOps, as pure functions of values. */
module io.traceops.domain {
    requires static transitive org.jspecify;

    exports io.traceops.domain.event;
    exports io.traceops.domain.grouping;
}
