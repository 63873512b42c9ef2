package io.traceops.domain.release;

/**
 * Whether deploys are detected that nobody announced.
 *
 * @param enabled false lets events name releases without any consequence
 * @param releasesMax the most releases of one service that are told apart, counting each environment by itself; a further
 *     one takes the place of one that was not named for 30 days, and where there is none, it is not taken for a deploy
 */
public record DetectionPolicy(boolean enabled, int releasesMax) {
    public static final DetectionPolicy DEFAULT = new DetectionPolicy(true, 1_000);

    public static final DetectionPolicy OFF = new DetectionPolicy(false, 1_000);

    public DetectionPolicy {
        if (releasesMax < 1) {
            throw new IllegalArgumentException("releases of a service: " + releasesMax + ", allowed 1 or more");
        }
    }
}
