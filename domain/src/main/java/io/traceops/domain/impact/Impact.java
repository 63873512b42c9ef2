package io.traceops.domain.impact;

import java.util.Optional;

/**
 * How far an issue reaches, at an instant.
 *
 * @param count occurrences
 * @param uniqueRoutes distinct normalised routes that the error was met on, over its family; its value is 0 if
 *     none had a route
 * @param uniqueUsers distinct users; absent if no occurrence named one
 * @param errorRate errors per minute over the last hour, see {@link ErrorRate}
 */
public record Impact(long count, DistinctCount uniqueRoutes, Optional<DistinctCount> uniqueUsers, double errorRate) {}
