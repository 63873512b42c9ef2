/** Loads on a whole server, side by side with what it could do at best. */
@NullMarked
package io.traceops.benchmarks.load;

import org.jspecify.annotations.NullMarked;
