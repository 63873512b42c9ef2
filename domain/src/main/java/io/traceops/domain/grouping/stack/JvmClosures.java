package io.traceops.domain.grouping.stack;

/**
 * Leads a closure that was compiled to a class of its own back to the function that it was written in. So a frame stays
 * the same when a lambda is added before it, and when a newer compiler turns the class into a method.
 */
final class JvmClosures {
    private static final String SCALA = "$$anonfun$";
    private static final String GROOVY = "$_";
    private static final String GROOVY_END = "_closure";

    private JvmClosures() {}

    /** The class and the function around the closure; the given ones if the class is none. */
    static JvmName enclosing(String type, String method) {
        int scala = type.indexOf(SCALA);
        if (scala > 0) {
            return around(type, scala, scala + SCALA.length(), dollarOrEnd(type, scala + SCALA.length()), method);
        }
        int groovy = type.indexOf(GROOVY);
        int groovyEnd = groovy < 0 ? -1 : type.indexOf(GROOVY_END, groovy + 1);
        if (groovyEnd > 0) {
            return around(type, groovy, groovy + GROOVY.length(), groovyEnd, method);
        }
        int kotlin = isKotlinLambda(type, method) ? functionSegment(type) : -1;
        return kotlin < 0
                ? new JvmName(type, method, false)
                : around(type, kotlin, kotlin + 1, dollarOrEnd(type, kotlin + 1), method);
    }

    /** The function is named in {@code [from, to)}; a closure outside of any function keeps its own method. */
    private static JvmName around(String type, int typeEnd, int from, int to, String method) {
        boolean named = from < to && !TextScan.isDigit(type.charAt(from));
        return new JvmName(type.substring(0, typeEnd), named ? type.substring(from, to) : method, false);
    }

    /** Whether this is the body of a lambda or of a coroutine: {@code Orders$load$1.invokeSuspend}. */
    private static boolean isKotlinLambda(String type, String method) {
        int digits = TextScan.dropDigits(type, 0, type.length());
        boolean numbered = digits < type.length() && TextScan.endsWith(type, 0, digits, "$");
        return numbered && ("invoke".equals(method) || "invokeSuspend".equals(method));
    }

    /** Where the first part begins that is named like a function and not like a class; -1 if there is none. */
    private static int functionSegment(String type) {
        int dollar = type.indexOf('$');
        while (dollar >= 0 && !Character.isLowerCase(type.charAt(Math.min(dollar + 1, type.length() - 1)))) {
            dollar = type.indexOf('$', dollar + 1);
        }
        return dollar;
    }

    private static int dollarOrEnd(String type, int from) {
        int dollar = type.indexOf('$', from);
        return dollar < 0 ? type.length() : dollar;
    }
}
