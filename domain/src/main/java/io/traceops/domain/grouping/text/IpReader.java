package io.traceops.domain.grouping.text;

/** IPv4 and IPv6 addresses, the latter with or without brackets, and the port behind either. */
final class IpReader implements TokenReader {
    @Override
    public boolean read(LineScan scan) {
        int end = end(scan, scan.at());
        if (end == LineScan.NONE) {
            return false;
        }
        scan.replace(TokenKind.IP, end);
        return true;
    }

    /** The end of the address and port that begin at an index, or {@link LineScan#NONE}. */
    static int end(LineScan scan, int from) {
        int address = addressEnd(scan, from);
        return address == LineScan.NONE ? LineScan.NONE : portEnd(scan, address);
    }

    private static int addressEnd(LineScan scan, int from) {
        if (scan.charAt(from) == '[') {
            int close = Ipv6.end(scan, from + 1);
            return close != LineScan.NONE && scan.charAt(close) == ']' ? close + 1 : LineScan.NONE;
        }
        int v4 = v4End(scan, from);
        return v4 == LineScan.NONE ? Ipv6.end(scan, from) : v4;
    }

    /** Four numbers up to 255; a fifth makes it something else. */
    static int v4End(LineScan scan, int from) {
        if (scan.charAt(from - 1) == '.') {
            return LineScan.NONE;
        }
        int at = from;
        for (int octet = 0; octet < 4; octet++) {
            if (octet > 0 && scan.charAt(at++) != '.') {
                return LineScan.NONE;
            }
            int end = octetEnd(scan, at);
            if (end == LineScan.NONE) {
                return LineScan.NONE;
            }
            at = end;
        }
        boolean goesOn = scan.charAt(at) == '.' && Chars.isDigit(scan.charAt(at + 1));
        return goesOn || !scan.isWordEnd(at) ? LineScan.NONE : at;
    }

    private static int octetEnd(LineScan scan, int from) {
        int value = 0;
        int at = from;
        while (Chars.isDigit(scan.charAt(at)) && at - from < 3) {
            value = value * 10 + scan.charAt(at) - '0';
            at++;
        }
        return at == from || value > 255 ? LineScan.NONE : at;
    }

    private static int portEnd(LineScan scan, int address) {
        if (scan.charAt(address) != ':') {
            return address;
        }
        int end = address + 1;
        while (Chars.isDigit(scan.charAt(end)) && end - address <= 5) {
            end++;
        }
        return end > address + 1 && scan.isWordEnd(end) ? end : address;
    }
}
