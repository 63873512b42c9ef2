package io.traceops.domain.grouping.stack;

/** Takes out of the binary name of a class what compilers, proxies and the virtual machine put there. */
final class JvmClassNames {
    private static final String PROXY = "$Proxy";
    private static final String FAST_CLASS = "$$FastClass";
    private static final String[] LAMBDA_CLASSES = {"$$Lambda", "$$ExternalSynthetic"};

    /** What a generated subclass puts behind the name of the class that it stands for. */
    private static final String[] SUBCLASSES = {
        "$$EnhancerBy",
        "$$SpringCGLIB",
        "$ByteBuddy$",
        "$MockitoMock$",
        "$HibernateProxy",
        "$HibernateBasicProxy",
        "$HibernateInstantiator",
        "$HibernateAccessOptimizer",
        "_$$_",
    };

    private JvmClassNames() {}

    /** Leaves out {@code /0x0000000800c03000}, which tells one hidden class from the next. */
    static String withoutHidden(String type) {
        return cutAt(type, "/");
    }

    /** Whether the class is a bridge that a runtime made up and does not always print. */
    static boolean isBridge(String type) {
        for (String lambda : LAMBDA_CLASSES) {
            if (type.contains(lambda)) {
                return true;
            }
        }
        return type.contains(FAST_CLASS) || proxyStart(type) >= 0;
    }

    /** {@code Orders$$EnhancerBySpringCGLIB$$1a2b} is {@code Orders}, {@code $Proxy12} is {@code $Proxy}. */
    static String withoutGenerated(String type) {
        int proxy = proxyStart(type);
        if (proxy >= 0) {
            return type.substring(0, proxy + PROXY.length());
        }
        String shown = cutAt(type, FAST_CLASS);
        for (String lambda : LAMBDA_CLASSES) {
            shown = cutAt(shown, lambda);
        }
        for (String subclass : SUBCLASSES) {
            shown = cutAt(shown, subclass);
        }
        return shown;
    }

    /** {@code Outer$1} is {@code Outer$anon}, {@code Outer$1Local} is {@code Outer$Local}: the numbers move. */
    static String withoutNumbers(String type) {
        StringBuilder shown = new StringBuilder(type.length() + 8);
        int index = 0;
        while (index < type.length()) {
            int numberEnd = type.charAt(index) == '$' ? numberEnd(type, index) : index;
            if (numberEnd > index) {
                boolean local = numberEnd < type.length() && type.charAt(numberEnd) != '$';
                shown.append(local ? "$" : "$anon");
                index = numberEnd;
            } else {
                shown.append(type.charAt(index));
                index++;
            }
        }
        return shown.toString();
    }

    /** The end of the number behind a dollar sign; the index of the sign itself if there is none. */
    private static int numberEnd(String type, int dollar) {
        int digits = type.startsWith("$$anon$", dollar) ? dollar + "$$anon$".length() : dollar + 1;
        int end = TextScan.skipDigits(type, digits, type.length());
        return end > digits ? end : dollar;
    }

    /** Leaves out the number of a Groovy script ({@code Script12}) and of reflection's own accessors. */
    static String withoutSerial(String type) {
        int end = TextScan.dropDigits(type, 0, type.length());
        int simple = TextScan.lastIndexOf(type, 0, end, '.') + 1;
        boolean serial = TextScan.endsWith(type, simple, end, "Accessor")
                || (end - simple == "Script".length() && type.startsWith("Script", simple));
        return serial ? type.substring(0, end) : type;
    }

    /** Where {@code $Proxy} begins as the simple name of the class, or -1. */
    private static int proxyStart(String type) {
        int simple = type.lastIndexOf('.') + 1;
        int end = TextScan.dropDigits(type, simple, type.length());
        return end - simple == PROXY.length() && type.startsWith(PROXY, simple) ? simple : -1;
    }

    private static String cutAt(String type, String mark) {
        int index = type.indexOf(mark);
        return index < 0 ? type : type.substring(0, index);
    }
}
