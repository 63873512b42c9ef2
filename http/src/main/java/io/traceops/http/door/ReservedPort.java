package io.traceops.http.door;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * A port that some paths have for themselves: they are served there and nowhere else, and nothing else is served there. A
 * bean, where a server has such a port. Thread-safe.
 */
public final class ReservedPort {
    private static final int NONE = -1;

    private final String pathPrefix;
    private final AtomicInteger port = new AtomicInteger(NONE);

    /** @param pathPrefix how the paths begin that the port is reserved for */
    public ReservedPort(String pathPrefix) {
        this.pathPrefix = pathPrefix;
    }

    /** Says which port it is, once the server listens there. Until then the paths are served nowhere. */
    public void listensAt(int actualPort) {
        port.set(actualPort);
    }

    /** Whether a path is served at a port. */
    boolean serves(String path, int atPort) {
        return path.startsWith(pathPrefix) == (atPort == port.get());
    }
}
