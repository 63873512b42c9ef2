package io.traceops.benchmarks.load;

import java.io.IOException;

/** Something to measure that is not a comparison of rates. */
interface Measure {
    /** Its name in the report. */
    String path();

    void run(Report report) throws IOException, InterruptedException;
}
