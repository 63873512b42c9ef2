@NullMarked
package io.traceops.bootstrap;

import org.jspecify.annotations.NullMarked;
