/** An export on its way in: read, captured in chunks, answered. */
@NullMarked
package io.traceops.adapter.otlp.intake;

import org.jspecify.annotations.NullMarked;
