package io.traceops.architecture;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.Set;
import java.util.stream.Stream;

/** The packages of others that the inner rooms may use; each names itself alone, not what is below it. */
final class Packages {
    /** What a pure function of values needs. Of {@code java.nio} that is the buffers. */
    static final Set<String> OF_VALUES = Set.of(
            "java.lang",
            "java.lang.annotation",
            "java.lang.invoke",
            "java.lang.runtime",
            "java.math",
            "java.nio",
            "java.nio.charset",
            "java.security",
            "java.time",
            "java.time.format",
            "java.time.temporal",
            "java.util",
            "java.util.function",
            "java.util.stream",
            "org.jspecify.annotations");

    /** The same and the means to wait and to share. */
    static final Set<String> OF_USE_CASES = Stream.concat(
                    OF_VALUES.stream(),
                    Stream.of("java.util.concurrent", "java.util.concurrent.atomic", "java.util.concurrent.locks"))
            .collect(toUnmodifiableSet());

    private Packages() {}
}
