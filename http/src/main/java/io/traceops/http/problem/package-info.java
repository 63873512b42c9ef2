/** What an HTTP adapter says when it cannot do what it was asked: one shape, which each wire may write its own way. */
@NullMarked
package io.traceops.http.problem;

import org.jspecify.annotations.NullMarked;
