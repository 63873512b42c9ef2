/** Tests of the package of the same name. */
@NullMarked
package io.traceops.adapter.rest.door;

import org.jspecify.annotations.NullMarked;
