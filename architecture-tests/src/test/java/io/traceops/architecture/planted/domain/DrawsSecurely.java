package io.traceops.architecture.planted.domain;

import java.security.SecureRandom;

final class DrawsSecurely {
    private DrawsSecurely() {}

    static int draw() {
        return new SecureRandom().nextInt();
    }
}
