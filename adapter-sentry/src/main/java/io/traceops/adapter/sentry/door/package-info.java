/** The addresses below {@code /api/}, and the shape that every answer to them has. */
@NullMarked
package io.traceops.adapter.sentry.door;

import org.jspecify.annotations.NullMarked;
