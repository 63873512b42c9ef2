/** Answers out: events, timelines, issues, and why. */
@NullMarked
package io.traceops.application.query;

import org.jspecify.annotations.NullMarked;
