package io.traceops.adapter.grpc;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The calls that end by themselves only when their clients wish, so that a stopping server can end them. Thread-safe. */
final class OpenStreams {
    private final Set<Stoppable> streams = ConcurrentHashMap.newKeySet();
    private volatile boolean stopping;

    /** A call that can be ended from outside. */
    interface Stoppable {
        /** Ends the call, once what it is at is done. Safe to call from any thread, and more than once. */
        void stop();
    }

    /** If the server is stopping already, the stream is stopped at once. */
    void add(Stoppable stream) {
        streams.add(stream);
        if (stopping) {
            stream.stop();
        }
    }

    void remove(Stoppable stream) {
        streams.remove(stream);
    }

    /** Stops all streams, and all that come later. */
    void stopAll() {
        stopping = true;
        streams.forEach(Stoppable::stop);
    }
}
