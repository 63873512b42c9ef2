package io.traceops.architecture.planted.application;

import java.util.UUID;

final class MakesItsIds {
    private MakesItsIds() {}

    static UUID next() {
        return UUID.randomUUID();
    }
}
