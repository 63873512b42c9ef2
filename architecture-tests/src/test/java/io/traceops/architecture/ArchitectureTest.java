package io.traceops.architecture;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureTest {
    /** A rule's report names the offender first: "Method <a.b.C.m()> calls ...", "Class <a.b.C> ...". */
    private static final Pattern OFFENDER = Pattern.compile("(?:Class|Constructor|Field|Method|Static Initializer) <"
            + Pattern.quote(Layout.PLANTED.root()) + "\\.([a-z.]*[A-Z]\\w*)");

    private static final JavaClasses PROJECT = CompiledModules.all();
    private static final JavaClasses PLANTED = CompiledModules.planted();

    @ParameterizedTest
    @MethodSource("rules")
    void rule_project_isKept(Rule rule) {
        EvaluationResult result = rule.in(Layout.PROJECT).evaluate(PROJECT);

        assertThat(result.hasViolation())
                .as(() -> result.getFailureReport().toString())
                .isFalse();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void rule_plantedViolators_findsThemAndNoOther(Rule rule) {
        boolean cyclic = rule.violators().stream().anyMatch(name -> name.startsWith("cyclic"));

        EvaluationResult result =
                rule.in(cyclic ? Layout.CYCLIC : Layout.PLANTED).evaluate(PLANTED);

        assertThat(offenders(result))
                .as(() -> result.getFailureReport().toString())
                .isEqualTo(rule.violators());
    }

    @Test
    void planted_everyViolator_belongsToARule() {
        Set<String> named = new HashSet<>();
        rules().forEach(rule -> named.addAll(rule.violators()));

        Set<String> planted = PLANTED.stream()
                .map(JavaClass::getName)
                .map(name -> name.substring(Layout.PLANTED.root().length() + 1))
                .filter(name -> !name.endsWith("package-info") && !name.contains("Lawful"))
                .collect(toCollection(HashSet::new));

        assertThat(planted).isEqualTo(named);
    }

    @Test
    void importer_allModules_readsEveryClassFile() {
        long classFiles = CompiledModules.NAMES.stream()
                .mapToLong(CompiledModules::classFilesOf)
                .sum();

        assertThat(PROJECT).hasSize(Math.toIntExact(classFiles));
    }

    @ParameterizedTest
    @MethodSource("modules")
    void module_isNotEmpty(String module) {
        assertThat(CompiledModules.classFilesOf(module)).isPositive();
    }

    @Test
    void classes_ofAllModules_liveInAKnownRoom() {
        List<String> rooms = List.of("domain", "application", "http", "grpc", "adapter", "bootstrap", "storage", "v1");

        String homeless = PROJECT.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> rooms.stream().noneMatch(room -> isBelow("io.traceops." + room, name)))
                .distinct()
                .collect(joining(", "));

        assertThat(homeless).isEmpty();
    }

    static List<Rule> rules() {
        return Rules.ALL;
    }

    static List<String> modules() {
        return CompiledModules.NAMES;
    }

    private static boolean isBelow(String room, String packageName) {
        return packageName.equals(room) || packageName.startsWith(room + ".");
    }

    private static Set<String> offenders(EvaluationResult result) {
        Set<String> offenders = new TreeSet<>();
        for (String line : result.getFailureReport().getDetails()) {
            Matcher matcher = OFFENDER.matcher(line);
            while (matcher.find()) {
                offenders.add(matcher.group(1));
            }
        }
        return offenders;
    }
}
