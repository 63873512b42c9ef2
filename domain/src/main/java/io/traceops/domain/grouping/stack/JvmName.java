package io.traceops.domain.grouping.stack;

/**
 * The class and the method of a JVM's frame without what compilers and libraries generated into them.
 *
 * @param generated true if the frame is a bridge that a runtime made up and does not always print: a proxy, the class
 *     of a lambda, a call through a fast class of CGLIB
 */
record JvmName(String type, String method, boolean generated) {

    /** Normalises a binary class name and a method, either of which may be empty. */
    static JvmName of(String type, String method) {
        if (isPlain(type) && isPlain(method)) {
            return new JvmName(JvmClassNames.withoutSerial(type), method, false);
        }
        String shown = JvmClassNames.withoutHidden(type);
        boolean generated = JvmClassNames.isBridge(shown);
        String owner = JvmClassNames.withoutGenerated(shown);
        JvmName enclosed = JvmClosures.enclosing(owner, JvmMethodNames.of(method));
        String named = JvmClassNames.withoutNumbers(enclosed.type());
        return new JvmName(JvmClassNames.withoutSerial(named), enclosed.method(), generated);
    }

    private static boolean isPlain(String name) {
        return name.indexOf('$') < 0 && name.indexOf('/') < 0;
    }
}
