/** JSON in: lenient towards what SDKs write, and bounded whatever they write. */
@NullMarked
package io.traceops.adapter.sentry.json;

import org.jspecify.annotations.NullMarked;
