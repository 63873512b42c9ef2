package io.traceops.domain.grouping.stack;

/**
 * The type and the method of a .NET frame, without generic arguments and without what the compilers made up: the state
 * machines of async methods and iterators, the classes that hold captured variables, the methods of lambdas. What is
 * left is the method that a person wrote: {@code Ns.Orders.<Load>d__1.MoveNext} is {@code Ns.Orders} and {@code Load}.
 *
 * <p>A local function keeps its own name behind that of the method around it: {@code <Main>g__Parse|0_0} is {@code
 * Main.Parse}.
 */
record DotnetName(String type, String method) {
    private static final String LOCAL_FUNCTION = ">g__";
    private static final String VISUAL_BASIC_CLOSURE = "_Closure$__";
    private static final String VISUAL_BASIC_STATE_MACHINE = "VB$StateMachine_";
    private static final String VISUAL_BASIC_LAMBDA = "_Lambda$__";
    private static final String DYNAMIC_METHOD = "lambda_method";

    /** Reads a name such as {@code Ns.Outer+Orders`1[T].<Load>d__1.MoveNext}. */
    static DotnetName of(String printed) {
        String name = withoutGenerics(printed);
        int typeEnd = -1;
        String enclosing = "";
        int part = 0;
        int next = partEnd(name, 0) + 1;
        while (next <= name.length()) {
            part = next;
            int end = partEnd(name, part);
            if (typeEnd < 0 && isGenerated(name, part, end)) {
                typeEnd = part - 1;
            }
            if (typeEnd >= 0 && enclosing.isEmpty()) {
                enclosing = enclosingMethod(name, part, end);
            }
            next = end + 1;
        }
        String type = name.substring(0, typeEnd < 0 ? Math.max(0, part - 1) : typeEnd);
        return new DotnetName(
                type.replace('+', '.').replace('/', '.'),
                enclosing.isEmpty() ? withoutNumber(name.substring(part)) : enclosing);
    }

    /** Leaves out {@code [T]} with all that it holds, and {@code `1}. */
    private static String withoutGenerics(String printed) {
        if (printed.indexOf('[') < 0 && printed.indexOf('`') < 0) {
            return printed;
        }
        StringBuilder name = new StringBuilder(printed.length());
        int depth = 0;
        for (int index = 0; index < printed.length(); index++) {
            char character = printed.charAt(index);
            if (character == '[') {
                depth++;
            } else if (character == ']') {
                depth = Math.max(0, depth - 1);
            } else if (depth == 0 && character == '`') {
                index = TextScan.skipDigits(printed, index + 1, printed.length()) - 1;
            } else if (depth == 0) {
                name.append(character);
            }
        }
        return name.toString();
    }

    /**
     * The end of a part of the name. A dot at its start is its own ({@code .ctor}), and so are dots between {@code <>}.
     */
    private static int partEnd(String name, int from) {
        int depth = 0;
        int index = name.startsWith(".", from) ? from + 1 : from;
        while (index < name.length()) {
            char character = name.charAt(index);
            if (character == '<') {
                depth++;
            } else if (character == '>') {
                depth--;
            } else if (depth <= 0 && (character == '.' || character == '+' || character == '/')) {
                return index;
            }
            index++;
        }
        return index;
    }

    /** Whether the part is a compiler's: {@code <…>} of C#, {@code load@12} of F#, or one of Visual Basic. */
    private static boolean isGenerated(String name, int from, int to) {
        return TextScan.startsWith(name, from, to, "<")
                || TextScan.startsWith(name, from, to, VISUAL_BASIC_CLOSURE)
                || TextScan.startsWith(name, from, to, VISUAL_BASIC_STATE_MACHINE)
                || lineMark(name, from, to) > from;
    }

    /** Where the {@code @12} of a closure of F# begins; -1 if there is none. */
    private static int lineMark(String name, int from, int to) {
        int mark = name.indexOf('@', from, to);
        return mark >= 0 && TextScan.skipDigits(name, mark + 1, to) > mark + 1 ? mark : -1;
    }

    /** The method that the part was made from; empty if the part does not tell. */
    private static String enclosingMethod(String name, int from, int to) {
        if (TextScan.startsWith(name, from, to, VISUAL_BASIC_STATE_MACHINE)) {
            int number = from + VISUAL_BASIC_STATE_MACHINE.length();
            return name.substring(Math.min(to, TextScan.skipDigits(name, number, to) + 1), to);
        }
        int mark = lineMark(name, from, to);
        if (mark >= 0) {
            return name.substring(from, mark);
        }
        int start = from;
        while (start < to && name.charAt(start) == '<') {
            start++;
        }
        if (start == from) {
            return "";
        }
        String method = name.substring(start, indexOrEnd(name, '>', start, to));
        int local = name.indexOf(LOCAL_FUNCTION, start, to);
        if (local < 0) {
            return method;
        }
        int localStart = local + LOCAL_FUNCTION.length();
        return method + '.' + name.substring(localStart, indexOrEnd(name, '|', localStart, to));
    }

    private static int indexOrEnd(String name, char searched, int from, int to) {
        int index = name.indexOf(searched, from, to);
        return index < 0 ? to : index;
    }

    /** What stays of a lambda whose name does not tell the method around it, and of a method made at run time. */
    private static String withoutNumber(String method) {
        if (method.startsWith(VISUAL_BASIC_LAMBDA)) {
            return VISUAL_BASIC_LAMBDA;
        }
        if (method.startsWith(DYNAMIC_METHOD)) {
            return DYNAMIC_METHOD;
        }
        return method.startsWith("<>") ? "<>" : method;
    }
}
