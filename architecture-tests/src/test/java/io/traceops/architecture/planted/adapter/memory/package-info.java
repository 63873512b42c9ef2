/** Classes that break the rules on purpose. */
@NullMarked
package io.traceops.architecture.planted.adapter.memory;

import org.jspecify.annotations.NullMarked;
