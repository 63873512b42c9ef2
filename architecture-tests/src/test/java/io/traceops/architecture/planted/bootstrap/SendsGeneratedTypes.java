package io.traceops.architecture.planted.bootstrap;

import io.traceops.architecture.planted.v1.LawfulMessage;

final class SendsGeneratedTypes {
    private SendsGeneratedTypes() {}

    static int bytes(LawfulMessage message) {
        return message.text().size();
    }
}
