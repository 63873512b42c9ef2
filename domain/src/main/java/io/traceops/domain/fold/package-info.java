/** The one pure step that every store runs: a view of a service and one event in, the changes to store out. */
@NullMarked
package io.traceops.domain.fold;

import org.jspecify.annotations.NullMarked;
