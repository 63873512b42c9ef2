/** The doors for OpenTelemetry, seen from outside: real exporters and real HTTP. */
@NullMarked
package io.traceops.adapter.otlp;

import org.jspecify.annotations.NullMarked;
