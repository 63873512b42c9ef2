package io.traceops.adapter.grpc;

/**
 * Hears of calls, for metrics. Called from any thread; must be quick and not throw.
 *
 * <p>A method is named in full, such as {@code traceops.v1.EventService/CreateEvent}; only methods that exist are named,
 * so there are few of them. A status is the name of a gRPC status code, such as {@code OK}.
 */
public interface GrpcMetrics {
    /** Hears nothing. */
    GrpcMetrics NONE = new GrpcMetrics() {
        @Override
        public void callEnded(String method, String status, long durationNanos) {}

        @Override
        public void streamOpened(String method) {}

        @Override
        public void streamClosed(String method) {}
    };

    /**
     * A call ended, in whatever way.
     *
     * @param durationNanos from the arrival of its headers, in nanoseconds
     */
    void callEnded(String method, String status, long durationNanos);

    /** A call began in which one side sends any number of messages. */
    void streamOpened(String method);

    /** Such a call ended. */
    void streamClosed(String method);
}
