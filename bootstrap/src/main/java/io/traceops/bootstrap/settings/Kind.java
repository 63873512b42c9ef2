package io.traceops.bootstrap.settings;

import java.util.function.Function;

/**
 * A kind of value: what may be written for it and what it then means.
 *
 * @param placeholder what stands for the value in a usage line, such as {@code N}
 * @param allowed which texts are allowed, for the reference
 * @param parser reads a text that is not blank and has no blanks around it
 */
public record Kind<T>(String placeholder, String allowed, Function<String, Parsed<T>> parser) {
    /** Reads a text; blanks around it do not count. */
    Parsed<T> parse(String text) {
        String trimmed = text.strip();
        return trimmed.isEmpty() ? problem("(nothing)") : parser.apply(trimmed);
    }

    private Parsed<T> problem(String text) {
        return new Parsed.Problem<>("is " + text + ", allowed " + allowed);
    }
}
