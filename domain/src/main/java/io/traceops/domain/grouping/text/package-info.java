/** What stays of a message or a route once everything that varies from one occurrence to the next is taken out. */
@NullMarked
package io.traceops.domain.grouping.text;

import org.jspecify.annotations.NullMarked;
