/** The one format of all sources. */
@NullMarked
package io.traceops.format;

import org.jspecify.annotations.NullMarked;
