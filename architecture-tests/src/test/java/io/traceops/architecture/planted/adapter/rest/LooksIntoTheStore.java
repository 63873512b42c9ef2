package io.traceops.architecture.planted.adapter.rest;

import io.traceops.architecture.planted.adapter.memory.LawfulStore;

final class LooksIntoTheStore {
    private LooksIntoTheStore() {}

    static int size(LawfulStore store) {
        return store.size();
    }
}
