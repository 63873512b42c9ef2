package io.traceops.adapter.grpc;

/** How a test reaches the door. */
enum Transport {
    /** Messages are handed over as objects, unless something forces them into bytes. */
    IN_PROCESS,
    /** A real connection. */
    NETTY
}
