package io.traceops.adapter.otlp.intake;

import com.google.protobuf.Message;

/**
 * What became of an export that could be read.
 *
 * @param rejected how many of its records tell of a failure that is not stored, and never will be; 0 or more
 * @param why what kept the first of them out; empty if none was rejected
 */
public record Taken(Signal signal, long rejected, String why) {
    static Taken whole(Signal signal) {
        return new Taken(signal, 0, "");
    }

    /** Whether nothing was rejected. */
    public boolean isWhole() {
        return rejected == 0;
    }

    /** The response that says so. */
    public Message toProtobuf() {
        return isWhole() ? signal.answer() : signal.answer(rejected, why);
    }
}
