/** The HTTP door: it parses, maps once, calls a use case and writes the answer. */
@NullMarked
package io.traceops.adapter.rest;

import org.jspecify.annotations.NullMarked;
