package io.traceops.domain.grouping.stack;

import io.traceops.domain.grouping.decision.DecisionLog;
import java.util.Optional;

/** Keeps the first non-empty in-app frame that it meets, else the first non-empty one. Not thread-safe. */
final class FrameSearch implements FrameVisitor {
    /** The longest name of a type, a place or a function that enters a canonical text, in characters. */
    static final int NAME_LENGTH_MAX = 500;

    /**
     * How many skipped frames are logged one by one, so that a deep stack leaves room for the decisions that follow.
     */
    static final int SKIPPED_LOGGED_MAX = 20;

    private final DecisionLog log;
    private boolean found;
    private boolean foundInApp;
    private int skipped;
    private String place = "";
    private String function = "";
    private String raw = "";

    FrameSearch(DecisionLog log) {
        this.log = log;
    }

    @Override
    public boolean frame(String framePlace, String frameFunction, boolean inApp, String frameRaw) {
        if (framePlace.isEmpty() && frameFunction.isEmpty()) {
            skip("frame-without-name", frameRaw);
            return true;
        }
        if (!inApp) {
            skip("frame-not-in-app", frameRaw);
        }
        if (inApp || !found) {
            found = true;
            place = framePlace;
            function = frameFunction;
            raw = frameRaw;
        }
        foundInApp = inApp;
        return !inApp;
    }

    /** The frame that was kept, if any, behind the type of the exception where the dialect names one. */
    Optional<TopFrame> topFrame(StackLanguage language, Optional<String> exceptionType) {
        logSkipped();
        if (!found) {
            return Optional.empty();
        }
        StringBuilder canonical = new StringBuilder();
        exceptionType.ifPresent(type -> {
            log.add("exception-type", type, type);
            canonical.append(TextScan.cut(type, NAME_LENGTH_MAX)).append(" @ ");
        });
        String frame = canonicalFrame();
        log.add(foundInApp ? "top-frame" : "top-frame-without-in-app", raw, frame);
        return Optional.of(new TopFrame(language, canonical.append(frame).toString(), true));
    }

    private String canonicalFrame() {
        if (place.isEmpty()) {
            return TextScan.cut(function, NAME_LENGTH_MAX);
        }
        String placed = TextScan.cut(place, NAME_LENGTH_MAX);
        return function.isEmpty() ? placed : placed + ' ' + TextScan.cut(function, NAME_LENGTH_MAX);
    }

    private void skip(String rule, String frameRaw) {
        skipped++;
        if (skipped <= SKIPPED_LOGGED_MAX) {
            log.add(rule, frameRaw, "");
        }
    }

    private void logSkipped() {
        if (skipped > SKIPPED_LOGGED_MAX) {
            log.add("frames-skipped", (skipped - SKIPPED_LOGGED_MAX) + " more frames", "");
        }
    }
}
