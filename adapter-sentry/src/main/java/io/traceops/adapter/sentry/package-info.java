/** The door for the SDKs and the command line of Sentry: they send here what they send to Sentry, unchanged. */
@NullMarked
package io.traceops.adapter.sentry;

import org.jspecify.annotations.NullMarked;
