/** Exports of any bytes. */
@NullMarked
package io.traceops.adapter.otlp.fuzz;

import org.jspecify.annotations.NullMarked;
