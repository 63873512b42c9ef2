@NullMarked
package io.traceops.adapter.sentry.auth;

import org.jspecify.annotations.NullMarked;
