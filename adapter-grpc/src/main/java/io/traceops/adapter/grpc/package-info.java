/** The gRPC door, the only place that knows the generated types. */
@NullMarked
package io.traceops.adapter.grpc;

import org.jspecify.annotations.NullMarked;
