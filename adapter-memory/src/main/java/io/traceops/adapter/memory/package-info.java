/** The store that keeps everything in memory: one lane a service, compact events, bounded. */
@NullMarked
package io.traceops.adapter.memory;

import org.jspecify.annotations.NullMarked;
