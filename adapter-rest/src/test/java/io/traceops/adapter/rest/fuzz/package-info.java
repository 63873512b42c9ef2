/** Fuzz tests. The build replays their seeds and findings; set JAZZER_FUZZ=1 to look for more. */
@NullMarked
package io.traceops.adapter.rest.fuzz;

import org.jspecify.annotations.NullMarked;
