package io.traceops.architecture.planted.grpc;

import io.traceops.architecture.planted.adapter.memory.LawfulStore;

final class KnowsItsService {
    private KnowsItsService() {}

    static int ask(LawfulStore store) {
        return store.size();
    }
}
