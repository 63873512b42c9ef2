package io.traceops.architecture.planted.http;

import io.traceops.architecture.planted.adapter.rest.LawfulController;

final class KnowsItsController {
    private KnowsItsController() {}

    static String ask(LawfulController controller) {
        return controller.answer();
    }
}
