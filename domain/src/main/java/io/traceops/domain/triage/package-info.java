/** Issues as a person reads them at an instant, assessed and ranked. */
@NullMarked
package io.traceops.domain.triage;

import org.jspecify.annotations.NullMarked;
