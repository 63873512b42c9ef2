package io.traceops.domain.impact;

import java.math.BigDecimal;

/**
 * One part of a priority score. The points of all parts sum to the score exactly.
 *
 * @param name {@code severity}, {@code errorRate}, {@code regressions}, {@code recency}, {@code resolved}, {@code cap} or
 *     {@code rounding}
 * @param points with at most six digits after the point; negative for what takes away
 * @param reason why, in words
 */
public record PriorityComponent(String name, BigDecimal points, String reason) {}
