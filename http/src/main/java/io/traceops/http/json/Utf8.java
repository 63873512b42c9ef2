package io.traceops.http.json;

/** Tells UTF-8 from what only looks like it: no overlong forms, no surrogates, nothing beyond U+10FFFF, no NUL. */
public final class Utf8 {
    private Utf8() {}

    /**
     * Looks for the first byte that cannot stand in a text. NUL counts as such a byte, although UTF-8 can spell it: JSON
     * has no use for it, and a text in UTF-16 betrays itself by it.
     *
     * @return the index of the byte, or -1 if all are fine
     */
    public static int firstInvalid(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to) {
            if (bytes[at] > 0) {
                at++;
                continue;
            }
            int length = sequenceLength(bytes, at, to);
            if (length == 0) {
                return at;
            }
            at += length;
        }
        return -1;
    }

    /** The length of the sequence of several bytes that begins here; 0 if there is none. */
    private static int sequenceLength(byte[] bytes, int at, int to) {
        int lead = bytes[at] & 0xff;
        int length = lengthByLead(lead);
        if (length == 0 || at + length > to || !isSecondByte(lead, bytes[at + 1] & 0xff)) {
            return 0;
        }
        for (int i = at + 2; i < at + length; i++) {
            if ((bytes[i] & 0xc0) != 0x80) {
                return 0;
            }
        }
        return length;
    }

    private static int lengthByLead(int lead) {
        if (lead >= 0xc2 && lead <= 0xdf) {
            return 2;
        }
        if (lead >= 0xe0 && lead <= 0xef) {
            return 3;
        }
        return lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
    }

    /** The second byte is where overlong forms, surrogates and what lies beyond Unicode show. */
    private static boolean isSecondByte(int lead, int second) {
        return switch (lead) {
            case 0xe0 -> second >= 0xa0 && second <= 0xbf;
            case 0xed -> second >= 0x80 && second <= 0x9f;
            case 0xf0 -> second >= 0x90 && second <= 0xbf;
            case 0xf4 -> second >= 0x80 && second <= 0x8f;
            default -> second >= 0x80 && second <= 0xbf;
        };
    }
}
