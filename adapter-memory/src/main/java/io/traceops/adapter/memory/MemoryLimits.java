package io.traceops.adapter.memory;

/**
 * How much a {@link MemoryLedger} keeps.
 *
 * @param eventsMax the most stored events, 1 or more; beyond it the oldest of the largest services are dropped
 * @param issuesMax the most issues, 1 or more; beyond it the ones seen longest ago are forgotten
 * @param servicesMax the most services, 1 or more; events of a further one are refused
 * @param exactUsersMax the most distinct users of an issue, and routes of a family, that are counted exactly, 0 or more;
 *     beyond it they are estimated
 */
public record MemoryLimits(int eventsMax, int issuesMax, int servicesMax, int exactUsersMax) {
    public static final MemoryLimits DEFAULT = new MemoryLimits(1_000_000, 250_000, 10_000, 10_000);

    /** The most releases that are told apart over all services. */
    static final int RELEASES_MAX = 100_000;

    public MemoryLimits {
        requireAtLeast(1, eventsMax, "events");
        requireAtLeast(1, issuesMax, "issues");
        requireAtLeast(1, servicesMax, "services");
        requireAtLeast(0, exactUsersMax, "exact users");
    }

    private static void requireAtLeast(int min, int value, String what) {
        if (value < min) {
            throw new IllegalArgumentException("most " + what + ": " + value + ", allowed " + min + " or more");
        }
    }
}
