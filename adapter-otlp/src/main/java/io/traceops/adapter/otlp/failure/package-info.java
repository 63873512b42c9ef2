/** What in a span or a log record is an error, and the event that says so. */
@NullMarked
package io.traceops.adapter.otlp.failure;

import org.jspecify.annotations.NullMarked;
