/** Who may send: the keys of DSNs, in every place where an SDK may put them. */
@NullMarked
package io.traceops.adapter.sentry.auth;

import org.jspecify.annotations.NullMarked;
