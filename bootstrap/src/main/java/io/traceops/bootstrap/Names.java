package io.traceops.bootstrap;

import java.util.Locale;

/** Names of constants as labels. */
final class Names {
    private Names() {}

    static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
