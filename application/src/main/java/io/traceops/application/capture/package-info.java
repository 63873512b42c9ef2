/** Events in: validated, grouped, stored once. */
@NullMarked
package io.traceops.application.capture;

import org.jspecify.annotations.NullMarked;
