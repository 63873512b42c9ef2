/** What this door says when it cannot do what it was asked: one shape for every failure. */
@NullMarked
package io.traceops.adapter.rest.problem;

import org.jspecify.annotations.NullMarked;
