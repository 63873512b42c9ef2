/**
 * What every gRPC adapter stands on: a server with health and reflection that stops in order, and the limits of its calls.
 * It knows no method and no message.
 */
@NullMarked
package io.traceops.grpc;

import org.jspecify.annotations.NullMarked;
