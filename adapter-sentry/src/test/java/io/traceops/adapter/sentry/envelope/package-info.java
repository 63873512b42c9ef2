@NullMarked
package io.traceops.adapter.sentry.envelope;

import org.jspecify.annotations.NullMarked;
