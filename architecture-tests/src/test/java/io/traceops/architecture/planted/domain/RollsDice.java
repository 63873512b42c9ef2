package io.traceops.architecture.planted.domain;

final class RollsDice {
    private RollsDice() {}

    static double roll() {
        return Math.random();
    }
}
