@NullMarked
package io.traceops.adapter.sentry.json;

import org.jspecify.annotations.NullMarked;
