/** The program: the only place that knows every part and puts them together. */
@NullMarked
package io.traceops.bootstrap;

import org.jspecify.annotations.NullMarked;
