/** Events as a stream of lines of any length, read and stored as they arrive. */
@NullMarked
package io.traceops.adapter.rest.stream;

import org.jspecify.annotations.NullMarked;
