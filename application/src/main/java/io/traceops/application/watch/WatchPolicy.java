package io.traceops.application.watch;

/**
 * How much is kept for watchers.
 *
 * @param keptMax how many of the latest transitions are kept to resume from
 * @param lagMax how many transitions a watcher may fall behind before it is cut off; below {@code keptMax}, so that it
 *     can resume
 * @param watchersMax the most watchers at once
 * @param pendingMax the most resolutions that wait for their verification
 */
public record WatchPolicy(int keptMax, int lagMax, int watchersMax, int pendingMax) {
    public static final WatchPolicy DEFAULT = new WatchPolicy(65_536, 32_768, 64, 100_000);

    public WatchPolicy {
        if (lagMax < 1 || keptMax <= lagMax) {
            throw new IllegalArgumentException(
                    "watchers: lag " + lagMax + ", kept " + keptMax + ", allowed 1 <= lag < kept");
        }
        if (watchersMax < 1 || pendingMax < 0) {
            throw new IllegalArgumentException(
                    "watchers: " + watchersMax + ", allowed 1 or more; pending: " + pendingMax + ", allowed 0 or more");
        }
    }
}
