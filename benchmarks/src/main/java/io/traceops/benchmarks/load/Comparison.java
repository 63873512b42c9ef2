package io.traceops.benchmarks.load;

import java.util.List;

/**
 * One path of events, and what it is compared with.
 *
 * @param path its name in the report
 * @param contenders the path itself first, then what it is compared with
 * @param goals what is to be reached
 */
record Comparison(String path, List<Contender> contenders, List<Goal> goals) {
    /** A load on a server with a certain store. */
    record Contender(String name, Store store, Load load) {}

    /** What the first contender is to reach. */
    sealed interface Goal {
        /** So many events in a second. */
        record Rate(double perSecond) implements Goal {}

        /** So much of what another contender reaches in the same rounds. */
        record Ratio(String to, double atLeast) implements Goal {}
    }
}
