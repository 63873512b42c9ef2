/** What every request passes: the check of its address, admission, its body, its name in the logs, its measure. */
@NullMarked
package io.traceops.adapter.rest.door;

import org.jspecify.annotations.NullMarked;
