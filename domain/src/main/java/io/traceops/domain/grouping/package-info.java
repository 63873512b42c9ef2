/** Which errors are one issue: fingerprints, and the decisions that explain them. */
@NullMarked
package io.traceops.domain.grouping;

import org.jspecify.annotations.NullMarked;
