/** Classes that break the rules on purpose. */
@NullMarked
package io.traceops.architecture.planted.v1;

import org.jspecify.annotations.NullMarked;
