package io.traceops.domain.grouping.stack;

/**
 * Takes out of a method's name what the compilers of Java, Kotlin and Scala made up: {@code lambda$run$3} is {@code
 * run}.
 */
final class JvmMethodNames {
    private static final String ACCESSOR = "access$";
    private static final String LAMBDA = "lambda$";
    private static final String ANONYMOUS_FUNCTION = "$anonfun$";

    /** What begins behind the name of the function, in the order in which it is cut off. */
    private static final String[] TAILS = {"_delegate$lambda", "$lambda", "$$anonfun", "$lzy"};

    private static final int HASH_LENGTH_MIN = 6;

    private JvmMethodNames() {}

    static String of(String method) {
        if (method.indexOf('$') < 0) {
            return method;
        }
        if (method.startsWith(ACCESSOR)) {
            return accessed(method);
        }
        if (method.startsWith(ANONYMOUS_FUNCTION)) {
            return enclosing(withoutTail(method.substring(ANONYMOUS_FUNCTION.length())), "$anonfun");
        }
        int from = 0;
        while (method.startsWith(LAMBDA, from)) {
            from += LAMBDA.length();
        }
        String name = withoutTail(method.substring(from));
        return from == 0 ? name : enclosing(withoutHash(name), "lambda");
    }

    /** A lambda that can be serialised has the hash of its signature behind the method: {@code comparing$77a9974f}. */
    private static String withoutHash(String name) {
        int dollar = name.lastIndexOf('$');
        boolean hash = dollar > 0
                && name.length() - dollar > HASH_LENGTH_MIN
                && TextScan.skipHex(name, dollar + 1, name.length()) == name.length();
        return hash ? name.substring(0, dollar) : name;
    }

    /** Java numbers its accessors ({@code access$000}), Kotlin names them after what they give access to. */
    private static String accessed(String accessor) {
        int name = TextScan.skipDigits(accessor, ACCESSOR.length(), accessor.length());
        return name == ACCESSOR.length() ? withoutTail(accessor.substring(name)) : ACCESSOR;
    }

    /** The function that a lambda was written in, as a frame of its own would name it. */
    private static String enclosing(String name, String nameless) {
        return switch (name) {
            case "new" -> "<init>";
            case "static" -> "<clinit>";
            // A lambda in a lambda of Java 8.
            case "null" -> nameless;
            default -> TextScan.skipDigits(name, 0, name.length()) == name.length() ? nameless : name;
        };
    }

    /**
     * Leaves out {@code $lambda$0}, {@code $$anonfun$1}, {@code $lzycompute}, {@code $default}, {@code $adapted},
     * {@code $1}.
     */
    private static String withoutTail(String method) {
        String name = method;
        for (String tail : TAILS) {
            name = cutAt(name, tail);
        }
        name = name.endsWith("$sp") ? cutAt(name, "$mc") : name;
        name = withoutSuffix(name, "$adapted");
        name = withoutSuffix(name.substring(0, withoutSerials(name)), "$default");
        return name.startsWith("liftedTree") ? "liftedTree" : name;
    }

    /** The end of the name without {@code $1}, however often it stands there; the name is never empty. */
    private static int withoutSerials(String name) {
        int end = name.length();
        int digits = TextScan.dropDigits(name, 0, end);
        while (digits > 1 && digits < end && name.charAt(digits - 1) == '$') {
            end = digits - 1;
            digits = TextScan.dropDigits(name, 0, end);
        }
        return end;
    }

    private static String withoutSuffix(String name, String suffix) {
        return name.endsWith(suffix) ? name.substring(0, name.length() - suffix.length()) : name;
    }

    /** Cuts before the mark, unless nothing stands before it. */
    private static String cutAt(String name, String mark) {
        int index = name.indexOf(mark);
        return index > 0 ? name.substring(0, index) : name;
    }
}
