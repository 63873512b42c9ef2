package io.traceops.adapter.sentry.auth;

/** What a request shows for itself. */
public sealed interface Credentials {
    /** A key, as a DSN has it; whether it opens anything is not said. */
    record Key(String publicKey) implements Credentials {}

    /** Nothing. */
    record Missing() implements Credentials {}

    /**
     * Something that cannot be read.
     *
     * @param problem what is wrong, as a sentence without its full stop
     */
    record Malformed(String problem) implements Credentials {}
}
