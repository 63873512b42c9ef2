package io.traceops.architecture.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.ServiceDescriptor;
import io.traceops.architecture.docs.Markdown.Fence;
import io.traceops.architecture.docs.RestPaths.Call;
import io.traceops.v1.EventServiceGrpc;
import io.traceops.v1.IssueServiceGrpc;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds what the documents name against what there is. */
class DocsTest {
    private static final Pattern GRPC_METHOD = Pattern.compile("traceops\\.v1\\.\\w+/\\w+");
    private static final Pattern GRPC_TABLE = Pattern.compile("\\| `(traceops\\.v1\\.\\w+)` \\|.*");
    private static final Pattern FIRST_CELL = Pattern.compile("\\| `(\\w+)` \\|.*");
    private static final Pattern PART_OF = Pattern.compile("<!-- part of: (.*) -->");
    private static final String CI = "<!-- ci -->";

    static List<Markdown> documents() {
        return Markdown.all();
    }

    @Test
    void documents_allOfThem_areFound() {
        assertThat(documents())
                .extracting(Markdown::name)
                .contains("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "docs/api.md", "docs/rules.md");
    }

    @ParameterizedTest
    @MethodSource("documents")
    void links_toFiles_leadSomewhere(Markdown document) {
        assertThat(document.links())
                .filteredOn(link -> !link.contains("://"))
                .allSatisfy(link -> assertThat(leadsSomewhere(document, link))
                        .as("%s links to %s", document, link)
                        .isTrue());
    }

    private static boolean leadsSomewhere(Markdown document, String link) {
        int hash = link.indexOf('#');
        String path = hash < 0 ? link : link.substring(0, hash);
        Path target = path.isEmpty()
                ? document.file()
                : document.file().resolveSibling(path).normalize();
        if (hash < 0) {
            return Files.exists(target);
        }
        return Files.exists(target)
                && Markdown.of(Markdown.ROOT.relativize(target).toString())
                        .anchors()
                        .contains(link.substring(hash + 1));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void restCalls_thatAreDocumented_exist(Markdown document) {
        List<Call> described = RestPaths.described();

        assertThat(Stream.concat(RestPaths.namedIn(document).stream(), RestPaths.madeIn(document).stream()))
                .allSatisfy(call ->
                        assertThat(described).as("%s names %s", document, call).anyMatch(call::isOneOf));
    }

    @Test
    void restCalls_thatExist_areDocumented() {
        List<Call> described = RestPaths.described();

        assertThat(described).hasSizeGreaterThan(10);
        assertThat(RestPaths.namedIn(Markdown.of("docs/api.md"))).containsAll(described);
    }

    @ParameterizedTest
    @MethodSource("documents")
    void grpcMethods_thatAreDocumented_exist(Markdown document) {
        Set<String> existing = grpcMethods();

        assertThat(document.lines().stream()
                        .flatMap(line -> GRPC_METHOD.matcher(line).results())
                        .map(match -> match.group()))
                .allSatisfy(method ->
                        assertThat(existing).as("%s names it", document).contains(method));
    }

    @Test
    void grpcMethods_ofTheReference_areThoseOfTheContract() {
        Set<String> listed = new TreeSet<>();
        String service = "";
        for (String line : Markdown.of("docs/api.md").prose()) {
            var table = GRPC_TABLE.matcher(line);
            var row = FIRST_CELL.matcher(line);
            if (table.matches()) {
                service = table.group(1);
            } else if (!line.startsWith("|")) {
                service = "";
            } else if (!service.isEmpty() && row.matches()) {
                listed.add(service + "/" + row.group(1));
            }
        }

        assertThat(listed).isEqualTo(grpcMethods());
    }

    private static Set<String> grpcMethods() {
        return Stream.of(EventServiceGrpc.getServiceDescriptor(), IssueServiceGrpc.getServiceDescriptor())
                .map(ServiceDescriptor::getMethods)
                .flatMap(methods -> methods.stream().map(method -> method.getFullMethodName()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void snippets_ofDocuments_standInTheirFilesAsShown() {
        List<Fence> snippets = documents().stream()
                .flatMap(document -> document.fences().stream())
                .filter(fence -> PART_OF.matcher(fence.mark()).matches())
                .toList();

        assertThat(snippets).isNotEmpty().allSatisfy(snippet -> {
            String file = PART_OF.matcher(snippet.mark()).replaceFirst("$1");
            assertThat(textOf(Markdown.ROOT.resolve(file))).contains(snippet.text());
        });
    }

    @Test
    void example_ofTheReadme_compilesWithoutWarnings(@TempDir Path classes) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        ByteArrayOutputStream said = new ByteArrayOutputStream();

        int status = compiler.run(
                null,
                said,
                said,
                "-proc:none",
                "-Xlint:all,-path,-classfile",
                "-Werror",
                "-classpath",
                System.getProperty("java.class.path", ""),
                "-d",
                classes.toString(),
                Markdown.ROOT.resolve("examples/ErrorReporter.java").toString());

        assertThat(status).as(said.toString(StandardCharsets.UTF_8)).isZero();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void commands_thatAreRunByTheBuild_areForTheShell(Markdown document) {
        assertThat(document.fences())
                .filteredOn(fence -> fence.mark().equals(CI))
                .allSatisfy(fence -> assertThat(fence.info()).isEqualTo("sh"));
    }

    private static String textOf(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
