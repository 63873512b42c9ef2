/** Tests of the package of the same name. */
@NullMarked
package io.traceops.http.body;

import org.jspecify.annotations.NullMarked;
