/** What operators and their tools ask: how the server is doing, what it measures, what it offers. */
@NullMarked
package io.traceops.adapter.rest.operation;

import org.jspecify.annotations.NullMarked;
