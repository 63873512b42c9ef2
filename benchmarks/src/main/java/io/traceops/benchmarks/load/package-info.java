/** What the load script adds to the server that it measures. */
@NullMarked
package io.traceops.benchmarks.load;

import org.jspecify.annotations.NullMarked;
