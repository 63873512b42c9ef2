package io.traceops.domain.grouping.stack;

/** Normalises the file and the label of a Ruby frame. */
final class RubyName {
    private static final String EVALUATED = "(eval";
    private static final String[] WRAPPERS = {"rescue in ", "ensure in ", "block in "};
    private static final String BLOCK_LEVELS = "block (";
    private static final String LEVELS_IN = " levels) in ";

    private RubyName() {}

    /**
     * The file; {@code (eval)} for evaluated code, whose place Ruby 3.3 adds; gem and file for a path like {@code
     * activerecord (7.1.2) lib/active_record/core.rb}, as Rails prints it.
     */
    static String place(String path) {
        if (path.startsWith(EVALUATED)) {
            return EVALUATED + ')';
        }
        int gemEnd = gemEnd(path);
        if (gemEnd > 0) {
            return path.substring(0, gemEnd) + ' ' + path.substring(path.indexOf(") ", gemEnd) + 2);
        }
        return FilePlace.of(path);
    }

    /** Whether the path begins with the name and the version of a gem. */
    static boolean isInGem(String path) {
        return gemEnd(path) > 0;
    }

    /**
     * The method, without its class, without what surrounds the failing code in it ({@code block (2 levels) in}, {@code
     * rescue in}, {@code ensure in}), and without the numbers behind the name of a compiled template.
     */
    static String function(String label) {
        int from = 0;
        int inner = afterWrapper(label, from);
        while (inner > from) {
            from = inner;
            inner = afterWrapper(label, from);
        }
        int end = templateEnd(label);
        if (label.startsWith("<", from)) {
            return label.substring(from);
        }
        int hash = label.lastIndexOf('#');
        if (hash > from) {
            return label.substring(hash + 1, end);
        }
        return label.substring(Math.max(from, label.lastIndexOf('.') + 1), end);
    }

    /** The index of the blank before the version of a gem, or -1. */
    private static int gemEnd(String path) {
        int version = path.indexOf(" (");
        boolean numbered = version > 0 && version + 2 < path.length() && TextScan.isDigit(path.charAt(version + 2));
        return numbered && path.indexOf(") ", version) > 0 ? version : -1;
    }

    private static int afterWrapper(String label, int from) {
        for (String wrapper : WRAPPERS) {
            if (label.startsWith(wrapper, from)) {
                return from + wrapper.length();
            }
        }
        if (label.startsWith(BLOCK_LEVELS, from)) {
            int digitsEnd = TextScan.skipDigits(label, from + BLOCK_LEVELS.length(), label.length());
            if (label.startsWith(LEVELS_IN, digitsEnd)) {
                return digitsEnd + LEVELS_IN.length();
            }
        }
        return from;
    }

    /** The end of a label without {@code __2345678901234_12340}, the hash and the id of a compiled template. */
    private static int templateEnd(String label) {
        int length = label.length();
        int id = TextScan.dropDigits(label, 0, length);
        int hash = underscoreBefore(label, id) ? TextScan.dropDigits(label, 0, id - 1) : length;
        if (id == length || hash == id - 1 || hash == length || !label.startsWith("__", hash - 2)) {
            return length;
        }
        return label.startsWith("___", hash - 3) ? hash - 3 : hash - 2;
    }

    private static boolean underscoreBefore(String label, int index) {
        return index > 0 && label.charAt(index - 1) == '_';
    }
}
