package io.traceops.bootstrap.door;

/** What a door says to a request, in words of its own protocol or of another. */
public enum Verdict {
    OK,
    DUPLICATE,
    INVALID,
    NOT_FOUND,
    CONFLICT,
    TOO_OLD,
    BUSY,
    STOPPING
}
