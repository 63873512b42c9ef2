/** Classes that break the rules on purpose. */
@NullMarked
package io.traceops.architecture.planted.cyclic.effect;

import org.jspecify.annotations.NullMarked;
