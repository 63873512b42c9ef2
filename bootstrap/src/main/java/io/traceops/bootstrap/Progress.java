package io.traceops.bootstrap;

import java.util.Optional;
import java.util.OptionalLong;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;

/** A progress bar on the standard error, if there is somebody to see it. */
final class Progress implements AutoCloseable {
    /** The launcher sets it if the standard error is a terminal; Java alone cannot tell. */
    private static final String TERMINAL_PROPERTY = "traceops.terminal";

    private static final int MEBIBYTE = 1_024 * 1_024;
    private static final int REFRESH_MS = 200;

    private final Optional<ProgressBar> bar;

    private Progress(Optional<ProgressBar> bar) {
        this.bar = bar;
    }

    /** @param bytesMax how many bytes there are to send; absent if nobody knows */
    static Progress of(OptionalLong bytesMax) {
        if (!Boolean.getBoolean(TERMINAL_PROPERTY)) {
            return new Progress(Optional.empty());
        }
        return new Progress(Optional.of(new ProgressBarBuilder()
                .setTaskName("Sending")
                .setInitialMax(bytesMax.orElse(-1))
                .setUnit(" MiB", MEBIBYTE)
                .setUpdateIntervalMillis(REFRESH_MS)
                .showSpeed()
                .clearDisplayOnFinish()
                .build()));
    }

    void reached(long bytes) {
        bar.ifPresent(shown -> shown.stepTo(bytes));
    }

    @Override
    public void close() {
        bar.ifPresent(ProgressBar::close);
    }
}
