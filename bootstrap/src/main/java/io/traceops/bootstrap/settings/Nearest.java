package io.traceops.bootstrap.settings;

import java.util.Comparator;
import java.util.List;

/** Finds the name that somebody probably meant. */
final class Nearest {
    private Nearest() {}

    /**
     * The candidate that fewest insertions, deletions and replacements of characters turn the text into; of equally near
     * ones the first.
     */
    static String to(String text, List<String> candidates) {
        return candidates.stream()
                .min(Comparator.comparingInt(candidate -> distance(text, candidate)))
                .orElseThrow();
    }

    /** The Levenshtein distance, one row at a time. */
    private static int distance(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int column = 0; column < row.length; column++) {
            row[column] = column;
        }
        for (int i = 0; i < from.length(); i++) {
            int diagonal = row[0];
            row[0] = i + 1;
            for (int column = 1; column < row.length; column++) {
                int replaced = diagonal + (from.charAt(i) == to.charAt(column - 1) ? 0 : 1);
                diagonal = row[column];
                row[column] = Math.min(replaced, 1 + Math.min(row[column], row[column - 1]));
            }
        }
        return row[to.length()];
    }
}
