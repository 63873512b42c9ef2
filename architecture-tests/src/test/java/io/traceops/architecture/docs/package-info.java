/** The documents, held against the code. */
@NullMarked
package io.traceops.architecture.docs;

import org.jspecify.annotations.NullMarked;
