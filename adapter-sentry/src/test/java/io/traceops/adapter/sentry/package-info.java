@NullMarked
package io.traceops.adapter.sentry;

import org.jspecify.annotations.NullMarked;
