package io.traceops.application.watch;

/** What a wish to watch is answered with. */
public sealed interface Watching {
    /** The watch has begun; close it when done. */
    record Started(Watch watch) implements Watching {}

    /** The token is not one of this server. */
    record UnknownToken() implements Watching {}

    /** What followed the token is no longer kept. List the issues again, then watch without a token. */
    record ExpiredToken() implements Watching {}

    /** As many watch already as may. */
    record TooManyWatchers(int watchersMax) implements Watching {}
}
