/** Transitions of issues as they happen, for those who watch. */
@NullMarked
package io.traceops.application.watch;

import org.jspecify.annotations.NullMarked;
