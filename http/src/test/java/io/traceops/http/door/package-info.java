/** Tests of the package of the same name. */
@NullMarked
package io.traceops.http.door;

import org.jspecify.annotations.NullMarked;
