/** Events in and out: capturing, browsing, the timeline, and why an error is in its issue. */
@NullMarked
package io.traceops.adapter.rest.event;

import org.jspecify.annotations.NullMarked;
