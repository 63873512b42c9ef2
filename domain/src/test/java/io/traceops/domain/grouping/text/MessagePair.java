package io.traceops.domain.grouping.text;

import java.util.ArrayList;
import java.util.List;

/** Two messages of the corpus, and whether they are the same error. */
record MessagePair(boolean together, boolean pinned, String title, String first, String second) {
    private static final String HEADER = "=== ";
    private static final String FIRST = "\n--- a\n";
    private static final String SECOND = "\n--- b\n";

    /** Reads the file of the corpus; a header or a part that is not as the README has it is an error. */
    static List<MessagePair> parse(String content) {
        List<MessagePair> pairs = new ArrayList<>();
        String[] blocks = ("\n" + content).split("\n" + HEADER, -1);
        if (!blocks[0].isBlank()) {
            throw new IllegalArgumentException("text before the first pair: " + blocks[0]);
        }
        for (int i = 1; i < blocks.length; i++) {
            pairs.add(pair(blocks[i]));
        }
        return List.copyOf(pairs);
    }

    private static MessagePair pair(String block) {
        int first = block.indexOf(FIRST);
        int second = block.indexOf(SECOND, Math.max(first, 0));
        int colon = block.indexOf(':');
        if (first < 0 || second < 0 || colon < 0 || colon > first) {
            throw new IllegalArgumentException("a pair needs '=== kind: title', '--- a' and '--- b': " + block);
        }
        String kind = block.substring(0, colon);
        if (!List.of("together", "apart", "together, pinned", "apart, pinned").contains(kind)) {
            throw new IllegalArgumentException("unknown kind of pair '" + kind + "'");
        }
        return new MessagePair(
                kind.startsWith("together"),
                kind.endsWith("pinned"),
                block.substring(colon + 1, first).strip(),
                block.substring(first + FIRST.length(), second).strip(),
                block.substring(second + SECOND.length()).strip());
    }
}
