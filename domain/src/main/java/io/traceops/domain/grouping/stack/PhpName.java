package io.traceops.domain.grouping.stack;

/**
 * What identifies a PHP function from release to release. The class stands for the place, for a function the namespace,
 * for a global function, a closure without a class and an anonymous class the file.
 *
 * @param place empty if neither a class, a namespace nor a file is known
 * @param function without its arguments
 */
record PhpName(String place, String function) {
    static final PhpName NONE = new PhpName("", "");

    private static final String CLOSURE = "{closure";
    private static final String ANONYMOUS = "@anonymous";
    private static final String DOCTRINE_PROXY = "\\__CG__\\";

    /**
     * @param printed the function as a trace names it, with its class and its arguments
     * @param file the file that holds it; empty if it is not known
     */
    static PhpName of(String printed, String file) {
        int separator = separator(printed);
        if (separator < 0) {
            return function(namespaceOnce(withoutArguments(printed, 0)), file);
        }
        String className = className(printed.substring(0, separator), file);
        String method = namespaceOnce(withoutArguments(printed, separator + 2));
        if (method.startsWith(CLOSURE)) {
            return new PhpName(className, closure(method));
        }
        return new PhpName(className, method.substring(method.lastIndexOf('\\') + 1));
    }

    private static PhpName function(String function, String file) {
        String fileName = FilePlace.of(file);
        int closure = function.indexOf(CLOSURE);
        if (closure >= 0) {
            return new PhpName(fileName, closure(function.substring(closure)));
        }
        int namespace = function.lastIndexOf('\\');
        return namespace < 0
                ? new PhpName(fileName, function)
                : new PhpName(function.substring(0, namespace), function.substring(namespace + 1));
    }

    /** The index of {@code ->} or {@code ::} behind the class; -1 if there is none before arguments or a closure. */
    private static int separator(String printed) {
        // The path in the name of an anonymous class may hold a parenthesis that begins no arguments.
        int parenthesis = printed.indexOf('(');
        int anonymous = printed.indexOf(ANONYMOUS, 0, parenthesis < 0 ? printed.length() : parenthesis);
        int index = Math.max(0, anonymous);
        while (index + 1 < printed.length()) {
            char character = printed.charAt(index);
            if ((character == '-' && printed.charAt(index + 1) == '>')
                    || (character == ':' && printed.charAt(index + 1) == ':')) {
                return index;
            }
            if (anonymous < 0 && (character == '(' || character == '{')) {
                return -1;
            }
            index++;
        }
        return -1;
    }

    private static String className(String printed, String file) {
        int anonymous = printed.indexOf(ANONYMOUS);
        if (anonymous >= 0) {
            String place = FilePlace.of(file);
            return place.isEmpty() ? namespaceOnce(printed.substring(0, anonymous + ANONYMOUS.length())) : place;
        }
        String name = namespaceOnce(printed);
        int proxy = name.indexOf(DOCTRINE_PROXY);
        return proxy < 0 ? name : name.substring(proxy + DOCTRINE_PROXY.length());
    }

    /** The name up to its arguments; the parentheses inside of {@code {closure:Ns\f():12}} are part of it. */
    private static String withoutArguments(String printed, int from) {
        int depth = 0;
        int index = from;
        while (index < printed.length()) {
            char character = printed.charAt(index);
            if (character == '{') {
                depth++;
            } else if (character == '}') {
                depth--;
            } else if (character == '(' && depth <= 0) {
                break;
            }
            index++;
        }
        return printed.substring(from, index);
    }

    /**
     * The name of a closure: {@code m{closure}} where PHP 8.4 names the function around it, without that function's class
     * and without the line; {@code {closure}} for older ones and for those of a file.
     */
    private static String closure(String printed) {
        int from = 0;
        while (printed.startsWith(CLOSURE + ':', from)) {
            from += CLOSURE.length() + 1;
        }
        int end = printed.indexOf("()", from);
        String around = from == 0 || end < 0 ? "" : printed.substring(from, end);
        int qualified = Math.max(around.lastIndexOf(':'), around.lastIndexOf('\\')) + 1;
        return around.substring(qualified) + CLOSURE + '}';
    }

    /** Logs in JSON double the backslashes of a namespace. */
    private static String namespaceOnce(String name) {
        return name.contains("\\\\") ? name.replace("\\\\", "\\") : name;
    }
}
