package io.traceops.adapter.memory;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.EnumSet;
import java.util.Set;

/** Tells the operator, once for each bound, that the ledger has reached it. Thread-safe. */
final class BoundNotices {
    private static final Logger LOG = System.getLogger(BoundNotices.class.getPackageName());

    private final Set<Bound> told = EnumSet.noneOf(Bound.class);

    /** What can be full, and what happens then. */
    enum Bound {
        EVENTS("stored events", "the oldest events of the largest services are dropped, issues keep their counts"),
        ISSUES("issues", "the issues that were seen longest ago are forgotten"),
        SERVICES("services", "events of further services are refused"),
        RELEASES("releases of one service, or many of all", "a further release is not taken for a deploy");

        private final String what;
        private final String consequence;

        Bound(String what, String consequence) {
            this.what = what;
            this.consequence = consequence;
        }
    }

    /** @return whether this is the first time */
    boolean reached(Bound bound, int max) {
        if (!isFirst(bound)) {
            return false;
        }
        LOG.log(
                Level.WARNING,
                "The store is full: {0} {1}. From now on {2}. This is said once; the size of the store says the rest.",
                Integer.toString(max),
                bound.what,
                bound.consequence);
        return true;
    }

    private synchronized boolean isFirst(Bound bound) {
        return told.add(bound);
    }
}
