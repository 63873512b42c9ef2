package io.traceops.domain.event;

import java.util.Optional;

/** Rules for any text that comes from outside. */
public final class Text {
    private Text() {}

    /** Says why a text cannot be written as UTF-8 (half of a surrogate pair stands alone); empty if it can. */
    public static Optional<String> problemOf(String text) {
        return isWellFormed(text)
                ? Optional.empty()
                : Optional.of("is not valid Unicode: half of a surrogate pair stands alone");
    }

    /** Whether every surrogate of the text has its other half, so that the text survives UTF-8. */
    public static boolean isWellFormed(String text) {
        // Most texts have no character as high as a surrogate.
        return bitsOf(text) < Character.MIN_SURROGATE || pairsSurrogates(text);
    }

    /**
     * The bits of all characters laid over each other. No character is higher; and if this needs more bits than a number, so
     * does one of them. Looks at every character, since a loop without a way out is several times as fast.
     */
    public static int bitsOf(String text) {
        int bits = 0;
        for (int i = 0; i < text.length(); i++) {
            bits |= text.charAt(i);
        }
        return bits;
    }

    private static boolean pairsSurrogates(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isSurrogate(c)) {
                continue;
            }
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (!pair) {
                return false;
            }
            i++;
        }
        return true;
    }

    /** The longest prefix of at most {@code lengthMax} characters that does not cut a surrogate pair. */
    public static String cut(String text, int lengthMax) {
        if (text.length() <= lengthMax) {
            return text;
        }
        boolean splitsPair = lengthMax > 0 && Character.isHighSurrogate(text.charAt(lengthMax - 1));
        return text.substring(0, splitsPair ? lengthMax - 1 : lengthMax);
    }

    /** How many bytes the text takes in UTF-8. A lone surrogate counts as three. */
    public static int utf8Length(String text) {
        int bytes = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                bytes += 1;
            } else if (c < 0x800) {
                bytes += 2;
            } else if (Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                bytes += 4;
                i++;
            } else {
                bytes += 3;
            }
        }
        return bytes;
    }
}
