/** Issues through time: opened, resolved by a change, regressed. */
@NullMarked
package io.traceops.domain.lifecycle;

import org.jspecify.annotations.NullMarked;
