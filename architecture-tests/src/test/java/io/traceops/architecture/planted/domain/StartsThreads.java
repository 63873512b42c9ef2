package io.traceops.architecture.planted.domain;

final class StartsThreads {
    private StartsThreads() {}

    static void run(Runnable work) {
        Thread.startVirtualThread(work);
    }
}
