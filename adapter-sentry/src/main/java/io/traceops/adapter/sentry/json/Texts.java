package io.traceops.adapter.sentry.json;

import io.traceops.domain.event.Text;

/** Makes texts of clients fit for the domain. */
public final class Texts {
    private static final char REPLACEMENT = '\uFFFD';

    private Texts() {}

    /** The text with U+FFFD in place of each half of a surrogate pair that stands alone. */
    public static String repair(String text) {
        if (Text.isWellFormed(text)) {
            return text;
        }
        StringBuilder repaired = new StringBuilder(text);
        for (int i = 0; i < repaired.length(); i++) {
            char c = repaired.charAt(i);
            if (!Character.isSurrogate(c)) {
                continue;
            }
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < repaired.length()
                    && Character.isLowSurrogate(repaired.charAt(i + 1));
            if (pair) {
                i++;
            } else {
                repaired.setCharAt(i, REPLACEMENT);
            }
        }
        return repaired.toString();
    }

    /** The text with a blank in place of each control character, and repaired; for what stands in one line. */
    public static String inOneLine(String text) {
        StringBuilder line = new StringBuilder(text);
        for (int i = 0; i < line.length(); i++) {
            if (Character.isISOControl(line.charAt(i))) {
                line.setCharAt(i, ' ');
            }
        }
        return repair(line.toString()).strip();
    }

    /** The first characters of a text, see {@link Text#cut}. */
    public static String cut(String text, int lengthMax) {
        return Text.cut(text, lengthMax);
    }

    /** The last characters of a text; of a pair that would be cut, nothing. */
    public static String cutFront(String text, int lengthMax) {
        if (text.length() <= lengthMax) {
            return text;
        }
        int from = text.length() - lengthMax;
        boolean splitsPair = lengthMax > 0 && Character.isLowSurrogate(text.charAt(from));
        return text.substring(splitsPair ? from + 1 : from);
    }
}
