/** Sends events to a running server, from outside, as any client would. */
@NullMarked
package io.traceops.bootstrap.load;

import org.jspecify.annotations.NullMarked;
