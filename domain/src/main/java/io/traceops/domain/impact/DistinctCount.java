package io.traceops.domain.impact;

/**
 * How many distinct things there are.
 *
 * @param estimated false if the value is exact; true if it is an estimate within 2 %
 */
public record DistinctCount(long value, boolean estimated) {}
