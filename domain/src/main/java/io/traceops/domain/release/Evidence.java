package io.traceops.domain.release;

import io.traceops.domain.event.Moment;
import java.util.Optional;

/** Finds what is left when an event is deleted on which a detected deploy rested. Asked seldom; may look at many events. */
public interface Evidence {
    /** The first stored event after a moment that names a release and is no deploy. */
    Optional<Moment> firstNaming(ReleaseKey key, Moment exclusive);

    /** The first stored deploy after a moment that somebody announced. */
    Optional<Moment> firstAnnounced(Moment exclusive);
}
