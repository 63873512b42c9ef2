package io.traceops.architecture.planted.bootstrap;

import io.traceops.architecture.planted.adapter.memory.LawfulStore;
import java.util.List;

public record LawfulSettings(int eventsMax) {
    LawfulStore store() {
        return new LawfulStore(List.of());
    }
}
