/** Which change likely caused an error: the latest trigger shortly before it. */
@NullMarked
package io.traceops.domain.correlation;

import org.jspecify.annotations.NullMarked;
