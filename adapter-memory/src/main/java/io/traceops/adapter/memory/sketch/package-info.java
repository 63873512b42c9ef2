/** Estimates of distinct counts by Apache DataSketches. */
@NullMarked
package io.traceops.adapter.memory.sketch;

import org.jspecify.annotations.NullMarked;
