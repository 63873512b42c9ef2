package io.traceops.domain.grouping.stack;

import java.util.HashSet;
import java.util.Set;

/**
 * The runtimes, the best-known frameworks and the package folders of each language, and what a configuration adds to
 * them. Immutable and safe for concurrent use.
 *
 * <p>Added prefixes hold for every language. Against a module they are prefixes ({@code com.acme.platform.}); against a
 * file they may begin at any segment of its path ({@code libs/acme/}). In-app prefixes win over everything else.
 */
public final class DefaultLibraries implements LibraryList {
    private final Set<String> added;
    private final Set<String> inApp;
    private final PrefixSet addedPrefixes;
    private final PrefixSet inAppPrefixes;

    /** The well-known libraries alone. */
    public DefaultLibraries() {
        this(Set.of(), Set.of());
    }

    private DefaultLibraries(Set<String> added, Set<String> inApp) {
        this.added = added;
        this.inApp = inApp;
        this.addedPrefixes = new PrefixSet(added);
        this.inAppPrefixes = new PrefixSet(inApp);
    }

    /**
     * These libraries and more.
     *
     * @param modulePrefixes what else is a library's; blank ones are ignored
     * @param inAppPrefixes what is never a library's, whatever any list says; blank ones are ignored
     */
    public DefaultLibraries plus(Set<String> modulePrefixes, Set<String> inAppPrefixes) {
        return new DefaultLibraries(union(added, modulePrefixes), union(inApp, inAppPrefixes));
    }

    @Override
    public boolean ownsModule(StackLanguage language, String module) {
        return !inAppPrefixes.covers(module, 0)
                && (KnownLibraries.of(language).ownsModule(module) || addedPrefixes.covers(module, 0));
    }

    @Override
    public boolean ownsFile(StackLanguage language, String path) {
        return !LibraryTable.coversSegment(inAppPrefixes, path)
                && (KnownLibraries.of(language).ownsFile(path) || LibraryTable.coversSegment(addedPrefixes, path));
    }

    private static Set<String> union(Set<String> some, Set<String> more) {
        Set<String> all = new HashSet<>(some);
        all.addAll(more);
        return all;
    }
}
