package io.traceops.domain.impact;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What makes an issue severe. Words are looked for in the title, in lower case; counts and rates must be exceeded.
 *
 * @param highWords words that make a title high
 * @param mediumWords words that make a title medium
 * @param highCount more occurrences than this are high
 * @param mediumCount more occurrences than this are medium
 * @param criticalPerMinute a higher error rate is critical at once
 * @param escalatingPerMinute a higher error rate makes critical what is at least high
 */
public record SeverityPolicy(
        List<String> highWords,
        List<String> mediumWords,
        long highCount,
        long mediumCount,
        double criticalPerMinute,
        double escalatingPerMinute) {
    public static final SeverityPolicy DEFAULT = new SeverityPolicy(
            List.of("crash", "fatal", "critical", "timeout"), List.of("error", "failed", "exception"), 10, 3, 10, 5);

    public SeverityPolicy {
        highWords = List.copyOf(highWords);
        mediumWords = List.copyOf(mediumWords);
        if (mediumCount < 0 || highCount < mediumCount) {
            throw new IllegalArgumentException(
                    "severity counts: medium " + mediumCount + ", high " + highCount + ", allowed 0 <= medium <= high");
        }
        boolean ordered = 0 <= escalatingPerMinute && escalatingPerMinute <= criticalPerMinute;
        if (!ordered || !Double.isFinite(criticalPerMinute)) {
            throw new IllegalArgumentException("severity rates: escalating " + escalatingPerMinute + ", critical "
                    + criticalPerMinute + " per minute, allowed 0 <= escalating <= critical");
        }
    }

    /** The level that the words of a title give, whatever the numbers say. */
    public Severity ofTitle(String title) {
        String lower = title.toLowerCase(Locale.ROOT);
        if (firstWordIn(lower, highWords).isPresent()) {
            return Severity.HIGH;
        }
        return firstWordIn(lower, mediumWords).isPresent() ? Severity.MEDIUM : Severity.LOW;
    }

    /** The first of the words for the level that the title contains, for the explanation. */
    Optional<String> wordFor(Severity level, String title) {
        String lower = title.toLowerCase(Locale.ROOT);
        return firstWordIn(lower, level == Severity.HIGH ? highWords : mediumWords);
    }

    private static Optional<String> firstWordIn(String lower, List<String> words) {
        return words.stream().filter(lower::contains).findFirst();
    }
}
