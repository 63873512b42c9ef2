package io.traceops.domain.grouping.stack;

/** The functions of JavaScript, as their engines and compilers name them. */
final class JavaScriptNames {
    /** What an engine puts before a function for want of a class: it depends on how the function was called. */
    private static final String[] RECEIVERS = {"Object.", "Module.", "Function.", "module.exports.", "exports."};

    private static final String ALIAS = " [as ";

    /** The names that regenerator gives to the bodies of async functions, with a number that moves. */
    private static final String GENERATED_BODY = "_callee";

    private static final String WASM = "wasm-function[";

    private JavaScriptNames() {}

    /** The function without receiver, alias and generated number; empty if it is anonymous or a file's own code. */
    static String function(String printed) {
        int alias = printed.indexOf(ALIAS);
        String name = withoutReceiver(alias < 0 ? printed : printed.substring(0, alias));
        if (name.startsWith(GENERATED_BODY)) {
            return GENERATED_BODY;
        }
        if (name.startsWith(WASM)) {
            return "wasm-function";
        }
        return switch (name) {
            case "<anonymous>", "anonymous", "eval", "global code", "module code", "eval code" -> "";
            default -> withoutNumber(name);
        };
    }

    /** Whether a function of this name is a class of errors: {@code ValidationError}, {@code HttpException}. */
    static boolean isErrorClass(String function) {
        String simple = function.substring(function.lastIndexOf('.') + 1);
        return (simple.endsWith("Error") || simple.endsWith("Exception")) && Character.isUpperCase(simple.charAt(0));
    }

    private static String withoutReceiver(String name) {
        for (String receiver : RECEIVERS) {
            if (name.startsWith(receiver)) {
                return name.substring(receiver.length());
            }
        }
        return name;
    }

    /** {@code load$1} is {@code load}: bundlers number the functions that share a name. */
    private static String withoutNumber(String name) {
        int digits = TextScan.dropDigits(name, 0, name.length());
        boolean numbered = digits < name.length() && digits > 1 && name.charAt(digits - 1) == '$';
        return numbered ? name.substring(0, digits - 1) : name;
    }
}
