/** Tests of the package of the same name. */
@NullMarked
package io.traceops.adapter.rest.json;

import org.jspecify.annotations.NullMarked;
