/** Bodies of requests: how they arrive, how they are unpacked, and how much of them is in memory at once. */
@NullMarked
package io.traceops.http.body;

import org.jspecify.annotations.NullMarked;
