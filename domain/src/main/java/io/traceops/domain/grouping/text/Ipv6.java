package io.traceops.domain.grouping.text;

/**
 * IPv6 addresses, after RFC 4291, section 2.2. An address in full has eight groups; a shortened one is taken for an
 * address only if it has a digit and letters of one case, since {@code Foo::Bar} is a name in several languages.
 */
final class Ipv6 {
    private static final int GROUPS = 8;
    private static final int ZONE_LENGTH_MAX = 16;

    private Ipv6() {}

    /** The end of the address that begins at an index, its zone included, or {@link LineScan#NONE}. */
    static int end(LineScan scan, int from) {
        char before = scan.charAt(from - 1);
        if (before == ':' || Chars.isWord(before)) {
            return LineScan.NONE;
        }
        boolean gap = scan.startsWith("::", from);
        int at = gap ? from + 2 : from;
        int end = at;
        int groups = 0;
        boolean more = true;
        while (more && groups < GROUPS) {
            int v4 = gap || groups > 0 ? IpReader.v4End(scan, at) : LineScan.NONE;
            int groupEnd = v4 == LineScan.NONE ? groupEnd(scan, at) : v4;
            if (groupEnd == at) {
                break;
            }
            groups += v4 == LineScan.NONE ? 1 : 2;
            end = groupEnd;
            if (!gap && scan.startsWith("::", end)) {
                gap = true;
                at = end + 2;
                end = at;
            } else {
                more = v4 == LineScan.NONE && scan.charAt(end) == ':';
                at = end + 1;
            }
        }
        boolean complete = gap ? groups < GROUPS && isPlausible(scan, from, end) : groups == GROUPS;
        return complete && scan.isWordEnd(end) ? zoneEnd(scan, end) : LineScan.NONE;
    }

    private static int groupEnd(LineScan scan, int from) {
        int at = from;
        while (Chars.isHex(scan.charAt(at)) && at - from < 4) {
            at++;
        }
        return at;
    }

    private static boolean isPlausible(LineScan scan, int from, int to) {
        boolean digit = false;
        boolean upper = false;
        boolean lower = false;
        for (int i = from; i < to; i++) {
            char c = scan.charAt(i);
            digit |= Chars.isDigit(c);
            upper |= Chars.isUpper(c);
            lower |= Chars.isLetter(c) && !Chars.isUpper(c);
        }
        return digit && !(upper && lower);
    }

    private static int zoneEnd(LineScan scan, int address) {
        if (scan.charAt(address) != '%') {
            return address;
        }
        int end = address + 1;
        while (Chars.isAlphanumeric(scan.charAt(end)) && end - address <= ZONE_LENGTH_MAX) {
            end++;
        }
        return end;
    }
}
