package io.traceops.domain.grouping.stack;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * The libraries of one language. Immutable.
 *
 * <p>{@code modules} are prefixes of modules; one that ends with a separator ({@code std::}) also means the module of
 * that very name. {@code folders} are fragments of paths that begin at the start of any segment ({@code
 * node_modules/}). {@code roots} are beginnings of whole paths ({@code node:}).
 */
final class LibraryTable {
    private final Set<String> modules;
    private final Set<String> folders;
    private final Set<String> roots;
    private final Set<String> wholeModules;
    private final PrefixSet modulePrefixes;
    private final PrefixSet folderPrefixes;
    private final PrefixSet rootPrefixes;

    private LibraryTable(Set<String> modules, Set<String> folders, Set<String> roots) {
        this.modules = modules;
        this.folders = folders;
        this.roots = roots;
        this.wholeModules = withoutSeparators(modules);
        this.modulePrefixes = new PrefixSet(modules);
        this.folderPrefixes = new PrefixSet(folders);
        this.rootPrefixes = new PrefixSet(roots);
    }

    static LibraryTable of(Set<String> modules, Set<String> folders, Set<String> roots) {
        return new LibraryTable(modules, folders, roots);
    }

    static LibraryTable union(Collection<LibraryTable> tables) {
        Set<String> modules = new HashSet<>();
        Set<String> folders = new HashSet<>();
        Set<String> roots = new HashSet<>();
        for (LibraryTable table : tables) {
            modules.addAll(table.modules);
            folders.addAll(table.folders);
            roots.addAll(table.roots);
        }
        return new LibraryTable(modules, folders, roots);
    }

    boolean ownsModule(String module) {
        return modulePrefixes.covers(module, 0) || wholeModules.contains(module);
    }

    boolean ownsFile(String path) {
        return rootPrefixes.covers(path, 0) || coversSegment(folderPrefixes, path);
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
