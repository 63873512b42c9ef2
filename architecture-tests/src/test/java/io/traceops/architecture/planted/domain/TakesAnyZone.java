package io.traceops.architecture.planted.domain;

import java.time.ZoneId;

final class TakesAnyZone {
    private TakesAnyZone() {}

    static ZoneId zone() {
        return ZoneId.systemDefault();
    }
}
