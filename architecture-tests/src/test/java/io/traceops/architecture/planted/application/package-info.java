/** Classes that break the rules on purpose. */
@NullMarked
package io.traceops.architecture.planted.application;

import org.jspecify.annotations.NullMarked;
