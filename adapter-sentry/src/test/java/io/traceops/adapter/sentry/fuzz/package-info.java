@NullMarked
package io.traceops.adapter.sentry.fuzz;

import org.jspecify.annotations.NullMarked;
