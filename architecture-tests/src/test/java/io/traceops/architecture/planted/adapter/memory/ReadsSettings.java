package io.traceops.architecture.planted.adapter.memory;

import io.traceops.architecture.planted.bootstrap.LawfulSettings;

final class ReadsSettings {
    private ReadsSettings() {}

    static int eventsMax(LawfulSettings settings) {
        return settings.eventsMax();
    }
}
