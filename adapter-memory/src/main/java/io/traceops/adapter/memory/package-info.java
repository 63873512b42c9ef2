/** The store that keeps everything in the memory of this process. */
@NullMarked
package io.traceops.adapter.memory;

import org.jspecify.annotations.NullMarked;
