@NullMarked
package io.traceops.adapter.sentry.sdk;

import org.jspecify.annotations.NullMarked;
