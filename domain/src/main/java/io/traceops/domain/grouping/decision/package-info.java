/** The steps that lead from what an error carried to what counts of it, kept so that an answer can say why. */
@NullMarked
package io.traceops.domain.grouping.decision;

import org.jspecify.annotations.NullMarked;
