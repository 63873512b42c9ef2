/** Classes that break the rules on purpose. */
@NullMarked
package io.traceops.architecture.planted.domain;

import org.jspecify.annotations.NullMarked;
