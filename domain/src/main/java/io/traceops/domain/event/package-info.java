/** What happened: events, the values that they are made of, and their order in time. */
@NullMarked
package io.traceops.domain.event;

import org.jspecify.annotations.NullMarked;
