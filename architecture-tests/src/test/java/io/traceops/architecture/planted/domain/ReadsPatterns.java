package io.traceops.architecture.planted.domain;

import java.util.regex.Pattern;

final class ReadsPatterns {
    private ReadsPatterns() {}

    static boolean isNumber(String text) {
        return Pattern.compile("[0-9]+").matcher(text).matches();
    }
}
