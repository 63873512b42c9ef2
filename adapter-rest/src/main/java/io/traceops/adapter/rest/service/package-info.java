/** Services at a glance. */
@NullMarked
package io.traceops.adapter.rest.service;

import org.jspecify.annotations.NullMarked;
