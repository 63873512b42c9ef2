/** What every store must do, as tests that each store runs. */
@NullMarked
package io.traceops.storage.contract;

import org.jspecify.annotations.NullMarked;
