/**
 * What every HTTP adapter stands on: the filters that each request passes, bodies and their bounds, JSON, and problems as
 * answers. It knows no path and no use case but {@link io.traceops.application.capture.Admission}.
 */
@NullMarked
package io.traceops.http;

import org.jspecify.annotations.NullMarked;
