package io.traceops.domain.grouping.stack;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * The libraries of one language. Immutable.
 *
 * <p>{@code modules} are prefixes of modules; one that ends with a separator ({@code std::}) also means the module of
 * that very name. {@code folders} are fragments of paths that begin at the start of any segment ({@code
 * node_modules/}). {@code roots} are beginnings of whole paths ({@code node:}). {@code files} are beginnings of the names
 * of files, which are no folders ({@code vendors~}).
 */
final class LibraryTable {
    private final Set<String> modules;
    private final Set<String> folders;
    private final Set<String> roots;
    private final Set<String> files;
    private final Set<String> wholeModules;
    private final PrefixSet modulePrefixes;
    private final PrefixSet folderPrefixes;
    private final PrefixSet rootPrefixes;
    private final PrefixSet filePrefixes;

    private LibraryTable(Set<String> modules, Set<String> folders, Set<String> roots, Set<String> files) {
        this.modules = modules;
        this.folders = folders;
        this.roots = roots;
        this.files = files;
        this.wholeModules = withoutSeparators(modules);
        this.modulePrefixes = new PrefixSet(modules);
        this.folderPrefixes = new PrefixSet(folders);
        this.rootPrefixes = new PrefixSet(roots);
        this.filePrefixes = new PrefixSet(files);
    }

    static LibraryTable of(Set<String> modules, Set<String> folders, Set<String> roots) {
        return new LibraryTable(modules, folders, roots, Set.of());
    }

    static LibraryTable of(Set<String> modules, Set<String> folders, Set<String> roots, Set<String> files) {
        return new LibraryTable(modules, folders, roots, files);
    }

    static LibraryTable union(Collection<LibraryTable> tables) {
        Set<String> modules = new HashSet<>();
        Set<String> folders = new HashSet<>();
        Set<String> roots = new HashSet<>();
        Set<String> files = new HashSet<>();
        for (LibraryTable table : tables) {
            modules.addAll(table.modules);
            folders.addAll(table.folders);
            roots.addAll(table.roots);
            files.addAll(table.files);
        }
        return new LibraryTable(modules, folders, roots, files);
    }

    boolean ownsModule(String module) {
        return modulePrefixes.covers(module, 0) || wholeModules.contains(module);
    }

    boolean ownsFile(String path) {
        return rootPrefixes.covers(path, 0)
                || coversSegment(folderPrefixes, path)
                || filePrefixes.covers(path, path.lastIndexOf('/') + 1);
    }

    /** Whether the path continues with one of the prefixes at the start of any of its segments. */
    static boolean coversSegment(PrefixSet prefixes, String path) {
        int segment = 0;
        do {
            if (prefixes.covers(path, segment)) {
                return true;
            }
            segment = path.indexOf('/', segment) + 1;
        } while (segment > 0);
        return false;
    }

    private static Set<String> withoutSeparators(Set<String> modules) {
        Set<String> names = new HashSet<>();
        for (String module : modules) {
            int end = module.length();
            while (end > 0 && !Character.isLetterOrDigit(module.charAt(end - 1))) {
                end--;
            }
            names.add(module.substring(0, end));
        }
        return names;
    }
}
