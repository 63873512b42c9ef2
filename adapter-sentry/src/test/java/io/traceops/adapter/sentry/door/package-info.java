@NullMarked
package io.traceops.adapter.sentry.door;

import org.jspecify.annotations.NullMarked;
