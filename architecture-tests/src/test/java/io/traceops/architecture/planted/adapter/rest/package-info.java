/** Classes that break the rules on purpose. */
@NullMarked
package io.traceops.architecture.planted.adapter.rest;

import org.jspecify.annotations.NullMarked;
