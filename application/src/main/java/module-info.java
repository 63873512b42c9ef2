/** The use cases of TraceOps and the ports that they need. */
module io.traceops.application {
    requires static transitive org.jspecify;
    requires transitive io.traceops.domain;

    exports io.traceops.application.capture;
    exports io.traceops.application.port;
    exports io.traceops.application.query;
    exports io.traceops.application.watch;
}
