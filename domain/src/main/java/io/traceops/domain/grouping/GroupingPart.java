package io.traceops.domain.grouping;

/** What two groupings can differ in, in the order in which they are compared. */
public enum GroupingPart {
    /** The rules that made the parts: groupings of two versions never share a fingerprint, whatever their texts. */
    VERSION,
    /** The fingerprint that the client sent: one has it and the other has not, or they ask for different parts. */
    CLIENT,
    MESSAGE,
    FRAME,
    ROUTE
}
