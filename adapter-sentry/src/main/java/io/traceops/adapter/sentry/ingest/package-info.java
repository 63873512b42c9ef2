/** Takes what SDKs send, and answers as they expect it. */
@NullMarked
package io.traceops.adapter.sentry.ingest;

import org.jspecify.annotations.NullMarked;
