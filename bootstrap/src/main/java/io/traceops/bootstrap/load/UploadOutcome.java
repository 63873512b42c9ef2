package io.traceops.bootstrap.load;

import java.util.List;

/** What became of an upload. */
public sealed interface UploadOutcome {
    /**
     * The server has read everything.
     *
     * @param rejected the first events that it did not store
     * @param rejectedCount how many it did not store
     */
    record Done(long accepted, long duplicates, List<RejectedLine> rejected, long rejectedCount)
            implements UploadOutcome {
        public Done {
            rejected = List.copyOf(rejected);
        }
    }

    /**
     * A line that was not stored.
     *
     * @param line its number, from 1
     * @param reason what is wrong with it
     */
    record RejectedLine(long line, String reason) {}

    /** The server answered something else, with the text of its answer. */
    record Refused(int status, String text) implements UploadOutcome {}

    /** No server could be reached, or the connection broke; why. Part of the events may be stored. */
    record Broken(String reason) implements UploadOutcome {}
}
