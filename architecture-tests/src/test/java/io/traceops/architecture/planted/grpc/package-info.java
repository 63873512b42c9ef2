/** Classes that break the rules on purpose. */
@NullMarked
package io.traceops.architecture.planted.grpc;

import org.jspecify.annotations.NullMarked;
