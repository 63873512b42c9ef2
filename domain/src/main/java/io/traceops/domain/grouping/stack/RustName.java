package io.traceops.domain.grouping.stack;

/**
 * What identifies a function of Rust from build to build.
 *
 * <p>Left out are the type arguments ({@code Store<u8>}, {@code run::<i32>}), the hash of a legacy symbol ({@code
 * ::h79af28f15899828c}), the number of a crate in a v0 symbol ({@code std[e28293b1aa0f68bd]}), and every segment in braces
 * ({@code {{closure}}}, {@code {closure#0}}, {@code {impl#3}}, {@code {async_fn#0}}), so that a closure is the function
 * around it, and references ({@code &mut}). An implementation of a trait keeps both names: {@code <Store as Repo>}.
 *
 * @param place the path before the function; empty for a symbol without a path
 * @param function its last segment
 */
record RustName(String place, String function) {
    private static final int HASH_LENGTH = 16;
    private static final String AS = " as ";

    static RustName of(String printed) {
        String path = withoutImplementedType(plain(printed, 0, hashStart(printed)));
        int separator = lastSeparator(path);
        if (separator >= 0) {
            return new RustName(path.substring(0, separator), path.substring(separator + 2));
        }
        return new RustName("", isUnknown(printed) ? "" : path);
    }

    /**
     * The path whose crate owns the function: of {@code <Store as Repo>} the type; the trait where the type is a primitive
     * one or a parameter, which belong to no crate.
     */
    String owner() {
        String path = place.isEmpty() ? function : place;
        if (!path.startsWith("<")) {
            return path;
        }
        int as = path.indexOf(AS);
        int typeEnd = as < 0 ? path.length() : as;
        int type = typeStart(path, typeEnd);
        boolean ofCrate = TextScan.contains(path, type, typeEnd, "::");
        return path.substring(ofCrate || as < 0 ? type : as + AS.length());
    }

    private static boolean isUnknown(String printed) {
        return "<unknown>".equals(printed);
    }

    private static int hashStart(String printed) {
        int hash = printed.length() - HASH_LENGTH;
        boolean legacy = hash >= 3 && printed.startsWith("::h", hash - 3);
        return legacy && TextScan.skipHex(printed, hash, printed.length()) == printed.length()
                ? hash - 3
                : printed.length();
    }

    /** The range without arguments, numbers and braces. */
    private static String plain(String text, int from, int to) {
        StringBuilder kept = new StringBuilder(to - from);
        int index = from;
        while (index < to) {
            char character = text.charAt(index);
            boolean behindName = !kept.isEmpty() && isNameEnd(kept.charAt(kept.length() - 1));
            if (character == '<' && behindName && !text.startsWith("impl ", index + 1)) {
                index = Brackets.end(text, index, to);
                dropSeparator(kept);
            } else if (character == '{' || (character == '[' && behindName)) {
                index = Brackets.end(text, index, to);
                dropSeparator(kept);
            } else if (character == '&') {
                index += text.startsWith("mut ", index + 1) ? "&mut ".length() : 1;
            } else {
                kept.append(character);
                index++;
            }
        }
        return kept.toString();
    }

    /** Whether an opening bracket behind this character belongs to the name before it. */
    private static boolean isNameEnd(char character) {
        return Character.isLetterOrDigit(character) || character == '_' || character == ':' || character == '>';
    }

    private static void dropSeparator(StringBuilder kept) {
        int start = kept.length() - 2;
        if (start > 0 && kept.charAt(start) == ':' && kept.charAt(start + 1) == ':') {
            kept.setLength(start);
        }
    }

    /** {@code <shop::Store>::add}, as v0 symbols name a method of a type, is {@code shop::Store::add}. */
    private static String withoutImplementedType(String path) {
        if (!path.startsWith("<") || path.contains(AS)) {
            return path;
        }
        int end = Brackets.end(path, 0, path.length());
        boolean closed = path.charAt(end - 1) == '>';
        return closed ? path.substring(1, end - 1) + path.substring(end) : path;
    }

    /** The last separator that stands outside of angle brackets, or -1. */
    private static int lastSeparator(String path) {
        int depth = 0;
        int index = path.length() - 1;
        while (index > 0) {
            char character = path.charAt(index);
            if (character == '>') {
                depth++;
            } else if (character == '<') {
                depth--;
            } else if (character == ':' && depth == 0 && path.charAt(index - 1) == ':') {
                return index - 1;
            }
            index--;
        }
        return -1;
    }

    /** The index behind brackets and words such as {@code dyn}. */
    private static int typeStart(String path, int to) {
        int start = 0;
        int blank = path.indexOf(' ', 0, to);
        if (blank > 0) {
            start = TextScan.lastIndexOf(path, 0, to, ' ') + 1;
        }
        while (start < to && path.charAt(start) == '<') {
            start++;
        }
        return start;
    }
}
