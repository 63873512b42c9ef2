/** Tests of the package of the same name. */
@NullMarked
package io.traceops.http.json;

import org.jspecify.annotations.NullMarked;
