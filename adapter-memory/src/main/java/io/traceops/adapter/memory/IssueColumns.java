package io.traceops.adapter.memory;

import io.traceops.domain.impact.Severity;
import io.traceops.domain.lifecycle.IssueState;
import io.traceops.domain.triage.IssueReading;
import io.traceops.domain.triage.IssueRoster;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What ranking reads of each issue of a service, in columns: one slot for each issue, slots that are given up are given
 * out again. 37 bytes an issue. Not thread-safe; readers read while nobody writes.
 */
final class IssueColumns implements IssueRoster {
    private static final int SLOTS_FIRST = 16;

    private @Nullable IssueEntry[] entries = new IssueEntry[SLOTS_FIRST];
    private long[] firstMicros = new long[SLOTS_FIRST];
    private long[] lastMicros = new long[SLOTS_FIRST];
    private long[] counts = new long[SLOTS_FIRST];
    private int[] regressionCounts = new int[SLOTS_FIRST];
    private Severity[] titleSeverities = severities(SLOTS_FIRST);
    private boolean[] onSeveralRoutes = new boolean[SLOTS_FIRST];

    /** The slots that were given up, the latest last. */
    private int[] free = new int[0];

    private int freeCount;
    private int slots;

    /** Gives an issue a slot. */
    void add(IssueEntry entry) {
        if (freeCount == 0 && slots == entries.length) {
            grow(slots * 2);
        }
        int slot = freeCount > 0 ? free[--freeCount] : slots++;
        entries[slot] = entry;
        entry.setSlot(slot);
        onSeveralRoutes[slot] = entry.family().isOnSeveralRoutes();
        update(entry);
    }

    /** Takes over what an issue has become. */
    void update(IssueEntry entry) {
        IssueState state = entry.state();
        int slot = entry.slot();
        firstMicros[slot] = state.first().timestampMicros();
        lastMicros[slot] = state.last().timestampMicros();
        counts[slot] = state.count();
        regressionCounts[slot] = state.regressionCount();
        titleSeverities[slot] = state.titleSeverity();
    }

    /** Takes over that a family is met on several routes now, or no longer. */
    void updateRoutes(IssueFamily family) {
        boolean several = family.isOnSeveralRoutes();
        family.members().forEach(member -> onSeveralRoutes[member.slot()] = several);
    }

    /** Gives up the slot of an issue. */
    void remove(IssueEntry entry) {
        if (freeCount == free.length) {
            free = Arrays.copyOf(free, Math.max(SLOTS_FIRST, freeCount * 2));
        }
        entries[entry.slot()] = null;
        free[freeCount++] = entry.slot();
        entry.setSlot(-1);
    }

    private static Severity[] severities(int length) {
        Severity[] severities = new Severity[length];
        Arrays.fill(severities, Severity.LOW);
        return severities;
    }

    private void grow(int length) {
        entries = Arrays.copyOf(entries, length);
        firstMicros = Arrays.copyOf(firstMicros, length);
        lastMicros = Arrays.copyOf(lastMicros, length);
        counts = Arrays.copyOf(counts, length);
        regressionCounts = Arrays.copyOf(regressionCounts, length);
        Severity[] newSeverities = severities(length);
        System.arraycopy(titleSeverities, 0, newSeverities, 0, titleSeverities.length);
        titleSeverities = newSeverities;
        onSeveralRoutes = Arrays.copyOf(onSeveralRoutes, length);
    }

    @Override
    public int slots() {
        return slots;
    }

    @Override
    public boolean isTaken(int slot) {
        return entries[slot] != null;
    }

    @Override
    public long firstMicros(int slot) {
        return firstMicros[slot];
    }

    @Override
    public long lastMicros(int slot) {
        return lastMicros[slot];
    }

    @Override
    public long count(int slot) {
        return counts[slot];
    }

    @Override
    public int regressionCount(int slot) {
        return regressionCounts[slot];
    }

    @Override
    public Severity titleSeverity(int slot) {
        return titleSeverities[slot];
    }

    @Override
    public boolean isOnSeveralRoutes(int slot) {
        return onSeveralRoutes[slot];
    }

    @Override
    public IssueReading issue(int slot) {
        IssueEntry entry = entries[slot];
        if (entry == null) {
            throw new IllegalArgumentException("no issue in slot " + slot);
        }
        return entry;
    }
}
