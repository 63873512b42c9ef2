package io.traceops.architecture.docs;

import io.traceops.architecture.docs.Markdown.Fence;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The examples of a document that are run: those under a mark {@code <!-- checked: kind -->}. */
final class Examples {
    /** How a mark begins. */
    static final String MARK_START = "<!-- checked: ";

    private static final Pattern MARK = Pattern.compile(MARK_START + "(.*) -->");
    private static final Pattern COLUMN = Pattern.compile("\\|");
    private static final int HEAD_LINES = 2;

    private Examples() {}

    /**
     * One example.
     *
     * @param kind what the mark says
     * @param cells a row of a table, or a fenced block and the one behind it
     */
    record Example(String kind, List<String> cells) {
        @Override
        public String toString() {
            return kind + ": " + String.join(" | ", cells);
        }
    }

    static List<Example> of(Markdown document) {
        List<Example> examples = new ArrayList<>();
        List<String> lines = document.lines();
        for (int at = 0; at < lines.size(); at++) {
            Matcher mark = MARK.matcher(lines.get(at));
            if (mark.matches()) {
                rows(lines.subList(at + 1 + HEAD_LINES, lines.size()))
                        .forEach(cells -> examples.add(new Example(mark.group(1), cells)));
            }
        }
        List<Fence> fences = document.fences();
        for (int at = 0; at + 1 < fences.size(); at++) {
            Matcher mark = MARK.matcher(fences.get(at).mark());
            if (mark.matches()) {
                examples.add(new Example(
                        mark.group(1),
                        List.of(fences.get(at).text(), fences.get(at + 1).text())));
            }
        }
        return examples;
    }

    private static Stream<List<String>> rows(List<String> lines) {
        return lines.stream().takeWhile(line -> line.startsWith("|")).map(Examples::cells);
    }

    private static List<String> cells(String row) {
        String inner = row.strip().substring(1, row.strip().length() - 1);
        return COLUMN.splitAsStream(inner).map(Examples::withoutCode).toList();
    }

    private static String withoutCode(String cell) {
        String text = cell.strip();
        boolean isCode = text.length() > 1 && text.startsWith("`") && text.endsWith("`");
        return isCode ? text.substring(1, text.length() - 1) : text;
    }
}
