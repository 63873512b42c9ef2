/** Classes that break the rules on purpose. */
@NullMarked
package io.traceops.architecture.planted.bootstrap;

import org.jspecify.annotations.NullMarked;
