/** Classes that break the rules on purpose. */
@NullMarked
package io.traceops.architecture.planted.storage;

import org.jspecify.annotations.NullMarked;
