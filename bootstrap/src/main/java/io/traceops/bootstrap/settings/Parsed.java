package io.traceops.bootstrap.settings;

/** What became of a text that was given for a setting. */
public sealed interface Parsed<T> {
    /** It is a value that the setting allows. */
    record Value<T>(T value) implements Parsed<T> {}

    /** It is none; what is wrong and what is allowed, readable after the setting's name. */
    record Problem<T>(String text) implements Parsed<T> {}
}
