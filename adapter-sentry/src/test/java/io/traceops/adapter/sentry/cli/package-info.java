@NullMarked
package io.traceops.adapter.sentry.cli;

import org.jspecify.annotations.NullMarked;
