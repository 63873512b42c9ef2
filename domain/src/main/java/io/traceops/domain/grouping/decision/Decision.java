package io.traceops.domain.grouping.decision;

/**
 * One step that led from the raw text of a grouping part to its canonical text, kept so that an answer can say why.
 *
 * @param rule the rule that applied, in kebab-case, such as {@code uuid}, {@code not-in-app} or {@code query-dropped}
 * @param found the text that the rule met, cut to {@value #TEXT_LENGTH_MAX} characters
 * @param became what stands in its place, cut likewise; empty if the text was left out
 */
public record Decision(String rule, String found, String became) {
    /** The longest text that a decision quotes, in characters. */
    public static final int TEXT_LENGTH_MAX = 200;

    public Decision {
        found = cut(found);
        became = cut(became);
    }

    private static String cut(String text) {
        if (text.length() <= TEXT_LENGTH_MAX) {
            return text;
        }
        // Never between the halves of a surrogate pair: the rest would not be valid Unicode.
        int end = Character.isHighSurrogate(text.charAt(TEXT_LENGTH_MAX - 1)) ? TEXT_LENGTH_MAX - 1 : TEXT_LENGTH_MAX;
        return text.substring(0, end);
    }
}
