package io.traceops.architecture.planted.domain;

import io.traceops.architecture.planted.adapter.memory.LawfulStore;

final class AsksTheStore {
    private AsksTheStore() {}

    static int size(LawfulStore store) {
        return store.size();
    }
}
