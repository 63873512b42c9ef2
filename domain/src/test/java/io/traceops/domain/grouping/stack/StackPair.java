package io.traceops.domain.grouping.stack;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Two stacks of the corpus, and whether they are the same error. */
record StackPair(Kind kind, String title, String first, String second) {
    private static final String HEADER = "=== ";
    private static final String PART = "--- ";

    enum Kind {
        TOGETHER,
        APART
    }

    /** Reads one file of the corpus; an unknown header, a missing half or a stray line is an error. */
    static List<StackPair> parse(String fileName, String content) {
        Parser parser = new Parser(fileName);
        content.lines().forEach(parser::line);
        parser.finish();
        return List.copyOf(parser.pairs);
    }

    private static final class Parser {
        private final String fileName;
        private final List<StackPair> pairs = new ArrayList<>();
        private int lineNumber;
        private @Nullable Kind kind;
        private String title = "";
        private @Nullable StringBuilder first;
        private @Nullable StringBuilder second;

        Parser(String fileName) {
            this.fileName = fileName;
        }

        void line(String line) {
            lineNumber++;
            if (line.startsWith(HEADER)) {
                finish();
                header(line.substring(HEADER.length()));
            } else if (isPart(line)) {
                part(line.substring(PART.length()).strip());
            } else if (second != null) {
                second.append(line).append('\n');
            } else if (first != null) {
                first.append(line).append('\n');
            } else if (!line.isBlank()) {
                throw broken("a line outside of any stack: " + line);
            }
        }

        /** A part is named with one word: {@code --- End of inner exception stack trace ---} is a line of .NET. */
        private static boolean isPart(String line) {
            return line.startsWith(PART) && line.indexOf(' ', PART.length()) < 0;
        }

        private void header(String header) {
            int colon = header.indexOf(':');
            kind = switch (colon < 0 ? header : header.substring(0, colon)) {
                case "together" -> Kind.TOGETHER;
                case "apart" -> Kind.APART;
                default -> throw broken("unknown header '" + header + "', allowed are 'together:' and 'apart:'");
            };
            title = header.substring(colon + 1).strip();
            if (title.isEmpty()) {
                throw broken("a pair without a title");
            }
        }

        private void part(String name) {
            if (kind != null && "a".equals(name) && first == null) {
                first = new StringBuilder();
            } else if ("b".equals(name) && first != null && second == null) {
                second = new StringBuilder();
            } else {
                throw broken("unexpected part '" + name + "', a pair has '--- a' and then '--- b'");
            }
        }

        void finish() {
            if (kind == null) {
                return;
            }
            if (first == null
                    || second == null
                    || first.toString().isBlank()
                    || second.toString().isBlank()) {
                throw broken("the pair '" + title + "' lacks a stack");
            }
            pairs.add(new StackPair(kind, title, first.toString(), second.toString()));
            kind = null;
            first = null;
            second = null;
        }

        private IllegalArgumentException broken(String problem) {
            return new IllegalArgumentException(fileName + ":" + lineNumber + ": " + problem);
        }
    }
}
