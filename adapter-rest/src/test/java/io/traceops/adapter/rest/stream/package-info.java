/** Tests of the package of the same name. */
@NullMarked
package io.traceops.adapter.rest.stream;

import org.jspecify.annotations.NullMarked;
