package io.traceops.domain.grouping.stack;

/**
 * Reduces a demangled symbol of C++ or Swift to the bare path of its function, in one scan.
 *
 * <p>Groups of brackets go (arguments, template and type arguments, {@code [clone .cold]}, {@code [abi:cxx11]}), and a
 * lambda becomes the function around it, with the {@code operator()} behind it. A word that another word follows is no
 * part of the path: it is a return type, or one of Swift's remarks such as {@code closure #1 in} and {@code specialized};
 * so it is dropped. Behind arguments nothing of the path follows a blank: there the scan ends. Not thread-safe.
 */
final class PlainSymbol {
    private static final String OPERATOR = "operator";
    private static final String CALL_OPERATOR = "::operator()";
    private static final String ANONYMOUS = "(anonymous namespace)";
    private static final String CLANG_LAMBDA = "$_";
    private static final String QUOTED_LAMBDA = "'lambda";
    private static final String OPERATOR_SIGNS = "+-*/%^&|~!=<>,";
    private static final String[] AFTER_PATH = {"(", "->", ":", "infix", "prefix", "postfix"};

    private final String symbol;
    private final StringBuilder path = new StringBuilder();
    private int index;
    private boolean behindArguments;

    private PlainSymbol(String symbol) {
        this.symbol = symbol;
    }

    static String of(String symbol) {
        return new PlainSymbol(symbol).read();
    }

    private String read() {
        boolean more = true;
        while (more && index < symbol.length()) {
            more = step(symbol.charAt(index));
        }
        return path.toString();
    }

    private boolean step(char character) {
        switch (character) {
            case ' ' -> {
                return blank();
            }
            case '(' -> parenthesis();
            case '<', '{', '[' -> group();
            case '$', '\'' -> lambdaOfClang();
            case 'o' -> operatorOrLetter();
            default -> append(character);
        }
        return true;
    }

    private void append(char character) {
        path.append(character);
        behindArguments = false;
        index++;
    }

    private boolean blank() {
        index++;
        if (path.isEmpty() || symbol.startsWith("<", index)) {
            return true;
        }
        if (behindArguments) {
            return false;
        }
        for (String end : AFTER_PATH) {
            if (symbol.startsWith(end, index)) {
                return false;
            }
        }
        path.setLength(0);
        return true;
    }

    private void parenthesis() {
        if (symbol.startsWith(ANONYMOUS, index)) {
            path.append("(anonymous)");
            index += ANONYMOUS.length();
        } else {
            index = Brackets.end(symbol, index, symbol.length());
            behindArguments = true;
        }
    }

    private void group() {
        boolean lambda = symbol.startsWith("lambda", index + 1);
        index = Brackets.end(symbol, index, symbol.length());
        if (lambda) {
            leaveLambda();
        }
    }

    private void lambdaOfClang() {
        if (symbol.startsWith(CLANG_LAMBDA, index)) {
            index = TextScan.skipDigits(symbol, index + CLANG_LAMBDA.length(), symbol.length());
            leaveLambda();
        } else if (symbol.startsWith(QUOTED_LAMBDA, index)) {
            int close = symbol.indexOf('\'', index + 1);
            index = close < 0 ? symbol.length() : close + 1;
            leaveLambda();
        } else {
            append(symbol.charAt(index));
        }
    }

    /** The lambda itself has no name: the path ends with the function around it, if there is one. */
    private void leaveLambda() {
        int scope = path.length() - 2;
        if (scope > 0 && path.charAt(scope) == ':') {
            path.setLength(scope);
            int arguments = symbol.startsWith("(", index) ? Brackets.end(symbol, index, symbol.length()) : index;
            if (symbol.startsWith(CALL_OPERATOR, arguments)) {
                index = arguments + CALL_OPERATOR.length();
            }
        }
    }

    private void operatorOrLetter() {
        int end = index + OPERATOR.length();
        boolean begins = path.isEmpty() || !Character.isJavaIdentifierPart(path.charAt(path.length() - 1));
        boolean ends = end < symbol.length() && !Character.isJavaIdentifierPart(symbol.charAt(end));
        if (!begins || !ends || !symbol.startsWith(OPERATOR, index)) {
            append('o');
            return;
        }
        path.append(OPERATOR);
        index = end;
        behindArguments = false;
        operatorSigns();
    }

    private void operatorSigns() {
        if (symbol.startsWith("()", index) || symbol.startsWith("[]", index)) {
            path.append(symbol, index, index + 2);
            index += 2;
        } else if (symbol.charAt(index) == ' ') {
            append(' ');
        } else {
            while (index < symbol.length() && OPERATOR_SIGNS.indexOf(symbol.charAt(index)) >= 0) {
                append(symbol.charAt(index));
            }
        }
    }
}
