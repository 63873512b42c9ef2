@NullMarked
package io.traceops.adapter.sentry.ingest;

import org.jspecify.annotations.NullMarked;
