package io.traceops.benchmarks.load;

import java.io.IOException;
import java.time.Duration;

/** Something that clients do for a while, as fast as they are answered. */
@FunctionalInterface
interface Load {
    /**
     * Runs for about a given time, and ends once everything that was sent is answered.
     *
     * @throws IOException if the server cannot be reached
     * @throws IllegalStateException if it gives an answer that the load does not expect
     */
    Outcome run(Duration time) throws IOException, InterruptedException;
}
