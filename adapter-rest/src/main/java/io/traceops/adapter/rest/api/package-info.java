/** What the description of the API says over and over, said once. */
@NullMarked
package io.traceops.adapter.rest.api;

import org.jspecify.annotations.NullMarked;
