package io.traceops.domain.grouping.stack;

/**
 * Finds the content hash that a bundler puts behind the name of a file as {@code -} and eight characters:
 * {@code index-DdRk3x2a.js} (Vite, Rollup), {@code chunk-5UNGJZRQ.js} (esbuild). Hexadecimal hashes are {@link
 * BuildMarks}' business.
 *
 * <p>Eight letters may as well be a word. In a folder {@code assets}, where Vite puts what it built, anything that does
 * not look like a word is taken for a hash; elsewhere it must also hold a digit or be all in upper case.
 */
final class BundleHash {
    private static final int HASH_LENGTH = 8;

    private BundleHash() {}

    /** The file name without the hash, or as it is. */
    static String removed(String fileName, boolean inAssets) {
        int dot = fileName.lastIndexOf('.');
        int hash = dot - HASH_LENGTH;
        if (hash < 2 || fileName.charAt(hash - 1) != '-' || !isScriptOrStyle(fileName, dot)) {
            return fileName;
        }
        return isHash(fileName, hash, dot, inAssets)
                ? fileName.substring(0, hash - 1) + fileName.substring(dot)
                : fileName;
    }

    private static boolean isScriptOrStyle(String fileName, int dot) {
        return switch (fileName.substring(dot)) {
            case ".js", ".mjs", ".cjs", ".css" -> true;
            default -> false;
        };
    }

    private static boolean isHash(String fileName, int from, int to, boolean inAssets) {
        int digits = 0;
        int upper = 0;
        int marks = 0;
        for (int index = from; index < to; index++) {
            char character = fileName.charAt(index);
            if (TextScan.isDigit(character)) {
                digits++;
            } else if (character >= 'A' && character <= 'Z') {
                upper++;
            } else if (character == '-' || character == '_') {
                marks++;
            } else if (character < 'a' || character > 'z') {
                return false;
            }
        }
        if (marks > 0) {
            // Base64url hashes may hold - and _, and so may words: an upper-case letter has to speak for the hash.
            return inAssets && upper > 0;
        }
        return !isWord(fileName, from, to) && (inAssets || digits > 0 || upper == HASH_LENGTH);
    }

    /** Whether a word such as {@code settings}, {@code Settings} or {@code Version2} stands here. */
    private static boolean isWord(String fileName, int from, int to) {
        int index = from;
        if (Character.isUpperCase(fileName.charAt(index))) {
            index++;
        }
        while (index < to && Character.isLowerCase(fileName.charAt(index))) {
            index++;
        }
        return TextScan.skipDigits(fileName, index, to) == to;
    }
}
