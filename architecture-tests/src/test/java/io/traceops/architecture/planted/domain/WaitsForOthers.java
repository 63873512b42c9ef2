package io.traceops.architecture.planted.domain;

import java.util.concurrent.CountDownLatch;

final class WaitsForOthers {
    private WaitsForOthers() {}

    static long remaining(CountDownLatch latch) {
        return latch.getCount();
    }
}
