/** The HTTP door over a real server and a real ledger. */
@NullMarked
package io.traceops.adapter.rest;

import org.jspecify.annotations.NullMarked;
