package io.traceops.architecture.planted.adapter.memory;

import io.traceops.architecture.planted.adapter.rest.LawfulController;

final class SpeaksHttp {
    private SpeaksHttp() {}

    static LawfulController controller(LawfulController controller) {
        return controller;
    }
}
