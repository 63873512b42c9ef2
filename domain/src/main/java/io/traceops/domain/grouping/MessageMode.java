package io.traceops.domain.grouping;

/** How the message of an error enters its fingerprint. */
public enum MessageMode {
    /** Its first two lines, with what varies from one occurrence to the next replaced by its kind. */
    TEMPLATE,
    /** The raw message, character by character: the strictest reading. */
    EXACT
}
