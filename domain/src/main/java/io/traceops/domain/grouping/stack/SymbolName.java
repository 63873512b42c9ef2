package io.traceops.domain.grouping.stack;

/**
 * What identifies a function of Swift, Objective-C, C or C++ from build to build: its type or namespace, and its name
 * without arguments.
 *
 * @param place empty for a plain function
 * @param function empty for an address without a symbol, and for a thunk, which stands for no function of its own
 */
record SymbolName(String place, String function) {
    private static final String CLASS_METHOD = "+[";
    private static final String INSTANCE_METHOD = "-[";
    private static final String RESERVED = "__";

    /**
     * @param printed the symbol, demangled or not
     * @param module the program or library that holds it, without its folder; Swift repeats it in full names
     */
    static SymbolName of(String printed, String module) {
        int method = objectiveStart(printed);
        if (method >= 0) {
            return objective(printed, method);
        }
        if (printed.startsWith("thunk for ") || printed.startsWith("reabstraction thunk ")) {
            return new SymbolName("", "");
        }
        String plain = PlainSymbol.of(Mangled.demangled(withoutCompilerParts(printed)));
        String local = plain.startsWith(module + '.') ? plain.substring(module.length() + 1) : plain;
        int scope = local.lastIndexOf("::");
        if (scope >= 0) {
            return new SymbolName(local.substring(0, scope), local.substring(scope + 2));
        }
        int dot = local.lastIndexOf('.');
        return dot > 0 ? new SymbolName(local.substring(0, dot), local.substring(dot + 1)) : new SymbolName("", local);
    }

    /** What a library list knows the function by: its type or namespace, else its name. */
    String owner() {
        return place.isEmpty() ? function : place;
    }

    /** Whether the name is one that C reserves for the compiler and its library. */
    boolean isReserved() {
        return place.isEmpty() && function.startsWith(RESERVED);
    }

    /** The index of a method such as {@code -[Cell fill:]}, also inside of {@code __40-[Cell fill:]_block_invoke}, or -1. */
    private static int objectiveStart(String printed) {
        int start = printed.startsWith(RESERVED) ? TextScan.skipDigits(printed, 2, printed.length()) : 0;
        boolean method = printed.startsWith(CLASS_METHOD, start) || printed.startsWith(INSTANCE_METHOD, start);
        return method ? start : -1;
    }

    private static SymbolName objective(String printed, int start) {
        int close = printed.indexOf(']', start);
        String inner = printed.substring(start + 2, close < 0 ? printed.length() : close);
        int blank = inner.indexOf(' ');
        if (blank < 0) {
            return new SymbolName("", inner);
        }
        int category = inner.indexOf('(', 0, blank);
        String type = inner.substring(0, category < 0 ? blank : category);
        return new SymbolName(type, printed.charAt(start) + inner.substring(blank + 1));
    }

    /** The symbol without {@code .isra.0}, {@code .cold} and the like, which name the parts of a split function. */
    private static String withoutCompilerParts(String printed) {
        int end = printed.length();
        for (String part : new String[] {".isra.", ".part.", ".constprop.", ".cold.", ".lto_priv.", ".llvm."}) {
            int index = printed.indexOf(part);
            if (index > 0) {
                end = Math.min(end, index);
            }
        }
        return printed.endsWith(".cold")
                ? printed.substring(0, Math.min(end, printed.length() - 5))
                : printed.substring(0, end);
    }
}
