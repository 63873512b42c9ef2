/** Classes that break the rules on purpose. */
@NullMarked
package io.traceops.architecture.planted.http;

import org.jspecify.annotations.NullMarked;
