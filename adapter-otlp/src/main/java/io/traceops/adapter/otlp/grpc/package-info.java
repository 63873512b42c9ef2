/** OTLP over gRPC. */
@NullMarked
package io.traceops.adapter.otlp.grpc;

import org.jspecify.annotations.NullMarked;
