package io.traceops.architecture.planted.application;

import java.time.InstantSource;

final class TakesTheSystemClock {
    private TakesTheSystemClock() {}

    static InstantSource clock() {
        return InstantSource.system();
    }
}
