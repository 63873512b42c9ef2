package io.traceops.architecture.planted.application;

import io.traceops.architecture.planted.adapter.memory.LawfulStore;

final class KnowsItsStore {
    private KnowsItsStore() {}

    static int size(LawfulStore store) {
        return store.size();
    }
}
