package io.traceops.domain.grouping.decision;

import java.util.ArrayList;
import java.util.List;

/**
 * Collects the decisions of one grouping part. The ingest path passes {@link #none()}, which keeps nothing and costs
 * nothing; an explanation passes {@link #recording()}. What is decided never depends on which of the two it is.
 *
 * <p>Bounded: after {@value #DECISIONS_MAX} decisions only the number of further ones is kept. Not thread-safe.
 */
public final class DecisionLog {
    /** The most decisions that one part keeps. */
    public static final int DECISIONS_MAX = 64;

    private static final DecisionLog NONE = new DecisionLog(false);

    private final boolean recording;
    private final List<Decision> decisions = new ArrayList<>(0);
    private int omitted;

    private DecisionLog(boolean recording) {
        this.recording = recording;
    }

    /** A log that keeps nothing; shared, and safe to share between threads because it has no state. */
    public static DecisionLog none() {
        return NONE;
    }

    public static DecisionLog recording() {
        return new DecisionLog(true);
    }

    /** False if {@link #add} would do nothing, so that a caller can spare itself the building of texts. */
    public boolean isRecording() {
        return recording;
    }

    public void add(String rule, String found, String became) {
        if (!recording) {
            return;
        }
        if (decisions.size() < DECISIONS_MAX) {
            decisions.add(new Decision(rule, found, became));
        } else {
            omitted++;
        }
    }

    public List<Decision> decisions() {
        return List.copyOf(decisions);
    }

    /** How many decisions were made beyond {@value #DECISIONS_MAX}. */
    public int omitted() {
        return omitted;
    }
}
