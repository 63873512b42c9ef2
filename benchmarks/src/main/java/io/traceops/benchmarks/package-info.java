/** Measures of the hot paths, each for itself, with JMH. */
@NullMarked
package io.traceops.benchmarks;

import org.jspecify.annotations.NullMarked;
