/** Clients of both doors that speak one language, so that what comes out of the doors can be compared. */
@NullMarked
package io.traceops.bootstrap.door;

import org.jspecify.annotations.NullMarked;
