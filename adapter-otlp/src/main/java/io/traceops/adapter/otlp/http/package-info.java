/** OTLP over HTTP. */
@NullMarked
package io.traceops.adapter.otlp.http;

import org.jspecify.annotations.NullMarked;
