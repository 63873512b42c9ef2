/** Tests of the package of the same name. */
@NullMarked
package io.traceops.http.fuzz;

import org.jspecify.annotations.NullMarked;
