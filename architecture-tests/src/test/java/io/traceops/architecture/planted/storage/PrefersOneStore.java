package io.traceops.architecture.planted.storage;

import io.traceops.architecture.planted.adapter.memory.LawfulStore;

final class PrefersOneStore {
    private PrefersOneStore() {}

    static int size(LawfulStore store) {
        return store.size();
    }
}
