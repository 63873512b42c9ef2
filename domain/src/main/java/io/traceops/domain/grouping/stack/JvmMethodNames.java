package io.traceops.domain.grouping.stack;

/** Takes out of a method's name what the compilers of Java, Kotlin and Scala made up: {@code lambda$run$3} is {@code run}. */
final class JvmMethodNames {
    private static final String ACCESSOR = "access$";
    private static final String LAMBDA = "lambda$";
    private static final String ANONYMOUS_FUNCTION = "$anonfun$";

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
        String name = withoutTail(method);
        if (!name.startsWith(LAMBDA)) {
            return name;
        }
        while (name.startsWith(LAMBDA)) {
            name = name.substring(LAMBDA.length());
        }
        return enclosing(name, "lambda");
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

    /** Leaves out {@code $lambda$0}, {@code $$anonfun$1}, {@code $default}, {@code $mcV$sp}, {@code $adapted}, {@code $1}. */
    private static String withoutTail(String method) {
        String name = cutAt(cutAt(method, "$lambda"), "$$anonfun");
        name = name.endsWith("$sp") ? cutAt(name, "$mc") : name;
        name = withoutSuffix(name, "$adapted");
        int digits = TextScan.dropDigits(name, 0, name.length());
        while (digits > 1 && digits < name.length() && name.charAt(digits - 1) == '$') {
            name = name.substring(0, digits - 1);
            digits = TextScan.dropDigits(name, 0, name.length());
        }
        name = withoutSuffix(name, "$default");
        return name.startsWith("liftedTree") ? "liftedTree" : name;
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
