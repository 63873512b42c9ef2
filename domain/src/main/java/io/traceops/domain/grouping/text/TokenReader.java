package io.traceops.domain.grouping.text;

/**
 * Reads one family of tokens. Readers are stateless, total on arbitrary text, and look at a bounded number of
 * characters beyond those that they consume, so that a whole scan stays linear.
 */
interface TokenReader {
    /** Consumes the token that stands where the scan does; if there is none, changes nothing and answers false. */
    boolean read(LineScan scan);
}
