package io.traceops.domain.grouping.stack;

/**
 * What identifies a source file from release to release: its last two segments, because the folders before them differ
 * ({@code /srv/app/releases/20260102/}, a laptop, a container), without what the build put there (see {@link
 * BuildMarks} and {@link BundleHash}), without scheme, host, drive and query. A segment that consists of such marks is
 * left out and not replaced by the one before it, since {@code releases/} tells nothing.
 *
 * <p>Below a package folder everything counts instead: {@code node_modules/express/lib/router/index.js} is {@code
 * express/lib/router/index.js}, wherever the application lives. Names that a runtime gives to its own parts, such as
 * {@code node:internal/timers} or {@code ext:core/01_core.js}, stay as they are.
 */
final class FilePlace {
    private static final String[] PACKAGE_FOLDERS = {"node_modules/", "site-packages/", "dist-packages/"};

    private FilePlace() {}

    /** The place of a file; empty if nothing in the path identifies one. Takes slashes of both kinds. */
    static String of(String path) {
        String slashed = slashed(path.startsWith("blob:") ? path.substring("blob:".length()) : path);
        int schemeEnd = schemeEnd(slashed);
        if (schemeEnd > 0 && !slashed.startsWith("/", schemeEnd)) {
            // A data URL is its own content: nothing in it names a place.
            return slashed.startsWith("data:") ? "" : slashed.substring(0, queryStart(slashed, 0));
        }
        int from = slashed.startsWith("//", schemeEnd) && schemeEnd > 0
                ? indexOrEnd(slashed, '/', schemeEnd + 2)
                : schemeEnd;
        int to = queryStart(slashed, from);
        int packages = packagesEnd(slashed, from, to);
        return packages < 0 ? lastSegments(slashed, from, to) : slashed.substring(packages, to);
    }

    /** The path with forward slashes, as library lists read it. */
    static String slashed(String path) {
        return path.replace('\\', '/');
    }

    /** The index after the colon of a scheme such as {@code https:} or {@code node:}; 0 for a drive and for none. */
    private static int schemeEnd(String path) {
        int index = 0;
        while (index < path.length() && isSchemeCharacter(path.charAt(index))) {
            index++;
        }
        boolean scheme = index > 1 && path.startsWith(":", index);
        return scheme ? index + 1 : 0;
    }

    private static boolean isSchemeCharacter(char character) {
        return Character.isLetterOrDigit(character) || character == '-' || character == '+';
    }

    private static int queryStart(String path, int from) {
        return indexOrEnd(path, '?', from);
    }

    private static int indexOrEnd(String path, char searched, int from) {
        int index = path.indexOf(searched, from);
        return index < 0 ? path.length() : index;
    }

    /** The index after the innermost package folder, or -1. */
    private static int packagesEnd(String path, int from, int to) {
        int innermost = -1;
        for (String folder : PACKAGE_FOLDERS) {
            int index = path.lastIndexOf(folder, to - 1);
            boolean wholeSegment = index == from || (index > from && path.charAt(index - 1) == '/');
            if (wholeSegment) {
                innermost = Math.max(innermost, index + folder.length());
            }
        }
        return innermost;
    }

    private static String lastSegments(String path, int from, int to) {
        int fileEnd = segmentEnd(path, from, to);
        int fileStart = segmentStart(path, from, fileEnd);
        int folderEnd = segmentEnd(path, from, fileStart);
        String folderName = path.substring(segmentStart(path, from, folderEnd), folderEnd);
        String fileName = BundleHash.removed(path.substring(fileStart, fileEnd), "assets".equals(folderName));
        String file = BuildMarks.removed(fileName);
        String folder = BuildMarks.removed(folderName);
        if (folder.isEmpty()) {
            return file;
        }
        return file.isEmpty() ? folder : folder + '/' + file;
    }

    /** The end of the last segment before {@code to} that names something: not empty, no dots, no drive. */
    private static int segmentEnd(String path, int from, int to) {
        int end = to;
        int start = segmentStart(path, from, end);
        while (end > from && isNameless(path, start, end)) {
            end = Math.max(from, start - 1);
            start = segmentStart(path, from, end);
        }
        return end;
    }

    private static int segmentStart(String path, int from, int to) {
        return Math.max(from, TextScan.lastIndexOf(path, from, to, '/') + 1);
    }

    private static boolean isNameless(String path, int from, int to) {
        boolean drive = path.charAt(to - 1) == ':';
        boolean dots = to - from <= 2 && "..".startsWith(path.substring(from, to));
        return drive || dots;
    }
}
