package io.traceops.domain.grouping.stack;

/** The functions and files of Python, without what the interpreter puts into their names. */
final class PythonNames {
    private static final String LOCALS = ".<locals>";
    private static final String NOTEBOOK = "<ipython-input";
    private static final String[] COMPREHENSIONS = {"<listcomp>", "<dictcomp>", "<setcomp>"};

    private PythonNames() {}

    /** The function without {@code <locals>}; empty for a comprehension, which newer interpreters do not print. */
    static String function(String printed) {
        if (printed.indexOf('<') < 0) {
            return printed;
        }
        String name = printed.replace(LOCALS, "");
        for (String comprehension : COMPREHENSIONS) {
            if (name.equals(comprehension)) {
                return "";
            }
            if (name.endsWith(comprehension)) {
                return name.substring(0, name.length() - comprehension.length() - 1);
            }
        }
        return name;
    }

    /** The file's last segments; names in angle brackets stay, but for the number of a notebook's cell. */
    static String place(String path) {
        if (path.startsWith(NOTEBOOK)) {
            return NOTEBOOK + '>';
        }
        return path.startsWith("<") ? path : FilePlace.of(path);
    }
}
