package io.traceops.architecture.planted.domain;

import java.util.Collections;
import java.util.List;

final class Shuffles {
    private Shuffles() {}

    static void shuffle(List<String> names) {
        Collections.shuffle(names);
    }
}
