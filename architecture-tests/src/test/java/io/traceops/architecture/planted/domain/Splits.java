package io.traceops.architecture.planted.domain;

final class Splits {
    private Splits() {}

    static boolean isNumber(String text) {
        return text.matches("[0-9]+");
    }
}
