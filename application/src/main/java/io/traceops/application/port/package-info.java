/** What the use cases need from outside: a ledger that keeps services. */
@NullMarked
package io.traceops.application.port;

import org.jspecify.annotations.NullMarked;
