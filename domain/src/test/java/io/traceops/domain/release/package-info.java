@NullMarked
package io.traceops.domain.release;

import org.jspecify.annotations.NullMarked;
