@NullMarked
package io.traceops.adapter.sentry.event;

import org.jspecify.annotations.NullMarked;
