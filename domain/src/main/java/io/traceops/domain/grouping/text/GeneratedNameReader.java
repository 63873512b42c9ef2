package io.traceops.domain.grouping.text;

/**
 * The parts of a class name that the JVM's compilers and libraries number anew with each build or start: proxies,
 * subclasses, lambdas, anonymous classes, accessors. Messages name such classes as stacks do.
 */
final class GeneratedNameReader implements TokenReader {
    private static final String RULE = "generated-name";

    @Override
    public boolean read(LineScan scan) {
        int from = scan.at();
        return switch (scan.charAt(from)) {
            case '$' -> scan.startsWith("$$", from) ? readDoubleDollar(scan) : readDollar(scan);
            case '_' -> scan.startsWith("_$$_", from) && dropped(scan, skipName(scan, from));
            case 'p' -> readProxyModule(scan);
            case 'G' -> readAccessor(scan);
            default -> false;
        };
    }

    /** {@code $$Lambda$14/0x0000000800c8f000}, {@code $$EnhancerBySpringCGLIB$$1a2b3c}, {@code $$SpringCGLIB$$0}. */
    private static boolean readDoubleDollar(LineScan scan) {
        int from = scan.at();
        int nameEnd = from + 2;
        while (Chars.isLetter(scan.charAt(nameEnd))) {
            nameEnd++;
        }
        if (scan.startsWith("$$Lambda", from) && nameEnd == from + "$$Lambda".length()) {
            int number = scan.charAt(nameEnd) == '$' ? scan.skipDigits(nameEnd + 1) : nameEnd;
            scan.rewrite(RULE, addressEnd(scan, number), "$$Lambda");
            return true;
        }
        boolean suffixed = nameEnd > from + 2 && scan.startsWith("$$", nameEnd);
        return suffixed && dropped(scan, skipName(scan, nameEnd));
    }

    private static int addressEnd(LineScan scan, int from) {
        if (scan.charAt(from) != '/') {
            return from;
        }
        int digits = scan.startsWith("/0x", from) ? from + 3 : from + 1;
        int end = scan.skipHex(digits);
        return end > digits ? end : from;
    }

    private static boolean readDollar(LineScan scan) {
        int from = scan.at();
        if (scan.startsWith("$Proxy", from)) {
            int number = from + "$Proxy".length();
            return rewritten(scan, number, scan.skipDigits(number), "$Proxy");
        }
        if (scan.startsWith("$HibernateProxy$", from)
                || scan.startsWith("$MockitoMock$", from)
                || scan.startsWith("$ByteBuddy$", from)) {
            return dropped(scan, skipName(scan, from));
        }
        boolean lambda = isInLambda(scan, from);
        boolean numbersName = lambda || isClassName(scan.charAt(from - 1));
        return numbersName && rewritten(scan, from + 1, scan.skipDigits(from + 1), lambda ? "" : "$anon");
    }

    /** A dollar sign behind a capital may well be money. */
    private static boolean isClassName(char before) {
        return Chars.isLower(before) || Chars.isDigit(before);
    }

    /** Whether the name before a dollar sign is that of a method, as in {@code lambda$run$3}. */
    private static boolean isInLambda(LineScan scan, int dollar) {
        int at = dollar;
        while (Chars.isWord(scan.charAt(at - 1)) || scan.charAt(at - 1) == '_') {
            at--;
        }
        return at < dollar && scan.startsWith("lambda$", at - "lambda$".length());
    }

    /** {@code jdk.proxy2.$Proxy45}: the JDK numbers the module as well. */
    private static boolean readProxyModule(LineScan scan) {
        int number = scan.at() + "proxy".length();
        int end = scan.skipDigits(number);
        return scan.startsWith("proxy", scan.at())
                && scan.startsWith(".$Proxy", end)
                && rewritten(scan, number, end, "proxy");
    }

    private static boolean readAccessor(LineScan scan) {
        for (String name : new String[] {"GeneratedMethodAccessor", "GeneratedConstructorAccessor"}) {
            int number = scan.at() + name.length();
            if (scan.startsWith(name, scan.at())) {
                return rewritten(scan, number, scan.skipDigits(number), name);
            }
        }
        return false;
    }

    private static boolean rewritten(LineScan scan, int number, int end, String became) {
        if (end == number || !scan.isWordEnd(end)) {
            return false;
        }
        scan.rewrite(RULE, end, became);
        return true;
    }

    private static boolean dropped(LineScan scan, int end) {
        scan.rewrite(RULE, end, "");
        return true;
    }

    private static int skipName(LineScan scan, int from) {
        int at = from;
        while (Chars.isWord(scan.charAt(at)) || scan.charAt(at) == '$' || scan.charAt(at) == '_') {
            at++;
        }
        return at;
    }
}
