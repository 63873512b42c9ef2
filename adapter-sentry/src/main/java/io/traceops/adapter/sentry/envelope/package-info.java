/** The envelope, in which SDKs send everything: a header, and items that stand one after the other. */
@NullMarked
package io.traceops.adapter.sentry.envelope;

import org.jspecify.annotations.NullMarked;
