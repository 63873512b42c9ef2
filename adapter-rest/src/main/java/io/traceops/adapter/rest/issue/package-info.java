/** Issues as answers: which there are, how bad each is, and which to fix first. */
@NullMarked
package io.traceops.adapter.rest.issue;

import org.jspecify.annotations.NullMarked;
