/** The frame that stands for a stack: one dialect a runtime, none of them knows a rule of another. */
@NullMarked
package io.traceops.domain.grouping.stack;

import org.jspecify.annotations.NullMarked;
