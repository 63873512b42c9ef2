package io.traceops.domain.lifecycle;

import io.traceops.domain.correlation.TriggerRef;
import io.traceops.domain.event.Moment;
import java.util.Optional;

/**
 * A stretch of an issue's life without a resolution in it.
 *
 * @param start its first occurrence
 * @param suspectedCause the likely cause of that occurrence
 */
public record Episode(Moment start, Optional<TriggerRef> suspectedCause) {}
