package io.traceops.benchmarks.load;

/** What the server keeps events in while it is measured. */
sealed interface Store {
    /** A store in memory that keeps whatever one measure sends. */
    Store EMPTY = new Memory(20_000_000, 0);

    /** Events are checked, grouped and dropped. */
    record Dropping() implements Store {
        @Override
        public String path() {
            return "/store/dropping";
        }
    }

    /**
     * A new store in memory.
     *
     * @param eventsMax the most events that it keeps
     * @param filled how many are in it from the start
     */
    record Memory(int eventsMax, int filled) implements Store {
        @Override
        public String path() {
            return "/store/memory?eventsMax=" + eventsMax + "&filled=" + filled;
        }
    }

    /** How to ask the probe for it. */
    String path();
}
