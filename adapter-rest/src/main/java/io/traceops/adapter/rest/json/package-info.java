/** JSON in and out: strict towards clients, exact about numbers and times. */
@NullMarked
package io.traceops.adapter.rest.json;

import org.jspecify.annotations.NullMarked;
