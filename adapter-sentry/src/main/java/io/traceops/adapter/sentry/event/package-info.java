/** What an SDK says of an error, mapped to an event. */
@NullMarked
package io.traceops.adapter.sentry.event;

import org.jspecify.annotations.NullMarked;
