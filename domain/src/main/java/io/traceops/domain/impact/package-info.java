/** How bad an issue is at an instant: rates, distinct users and routes, severity and priority. */
@NullMarked
package io.traceops.domain.impact;

import org.jspecify.annotations.NullMarked;
