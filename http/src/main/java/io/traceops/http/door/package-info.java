/** What every request passes: the check of its address, admission, its name in the logs, its measure. */
@NullMarked
package io.traceops.http.door;

import org.jspecify.annotations.NullMarked;
