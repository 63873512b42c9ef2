package io.traceops.architecture.planted.domain;

final class Prints {
    private Prints() {}

    static void hello() {
        System.out.println("hello");
    }
}
