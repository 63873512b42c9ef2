/** JSON in and out: strict towards clients, exact about numbers and times. */
@NullMarked
package io.traceops.http.json;

import org.jspecify.annotations.NullMarked;
