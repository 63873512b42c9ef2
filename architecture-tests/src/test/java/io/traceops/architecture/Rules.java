package io.traceops.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** The rules of the architecture. */
final class Rules {
    static final List<Rule> ALL = List.of(
            rule(
                    "domain touches values alone",
                    layout -> classes()
                            .that()
                            .resideInAPackage(layout.domain())
                            .should()
                            .onlyDependOnClassesThat()
                            .resideInAnyPackage(allowed(Packages.OF_VALUES, layout.domain())),
                    "domain.AsksTheStore",
                    "domain.IsInjected",
                    "domain.OpensFiles",
                    "domain.Prints",
                    "domain.ReadsPatterns",
                    "domain.WaitsForOthers"),
            rule(
                    "application touches the domain alone",
                    layout -> classes()
                            .that()
                            .resideInAPackage(layout.application())
                            .should()
                            .onlyDependOnClassesThat()
                            .resideInAnyPackage(allowed(Packages.OF_USE_CASES, layout.domain(), layout.application())),
                    "application.IsInjected",
                    "application.KnowsItsStore",
                    "application.OpensSockets"),
            rule(
                    "no clock inside",
                    layout -> noClasses()
                            .that()
                            .resideInAnyPackage(layout.domain(), layout.application())
                            .should()
                            .accessTargetWhere(OutsideWorld.clocksAndDefaults()),
                    "application.TakesTheSystemClock",
                    "domain.AsksTheTime",
                    "domain.CountsNanos",
                    "domain.HandsOnTheTime",
                    "domain.Prints",
                    "domain.TakesAnyZone"),
            rule(
                    "no randomness inside",
                    layout -> noClasses()
                            .that()
                            .resideInAnyPackage(layout.domain(), layout.application())
                            .should()
                            .accessTargetWhere(OutsideWorld.randomness()),
                    "application.MakesItsIds",
                    "domain.DrawsSecurely",
                    "domain.RollsDice",
                    "domain.Shuffles"),
            rule(
                    "no input or output in the domain",
                    layout -> noClasses()
                            .that()
                            .resideInAPackage(layout.domain())
                            .should()
                            .accessTargetWhere(OutsideWorld.inputAndOutput()),
                    "domain.OpensFiles",
                    "domain.Prints",
                    "domain.StartsThreads"),
            rule(
                    "no regular expression in the domain",
                    layout -> noClasses()
                            .that()
                            .resideInAPackage(layout.domain())
                            .should()
                            .accessTargetWhere(OutsideWorld.regularExpressions()),
                    "domain.Splits"),
            rule(
                    "adapters never see each other",
                    layout -> slices().matching(layout.eachAdapter()).should().notDependOnEachOther(),
                    "adapter.memory.SpeaksHttp",
                    "adapter.rest.LooksIntoTheStore"),
            rule(
                    "only bootstrap sees adapters",
                    layout -> noClasses()
                            .that()
                            .resideInAPackage(layout.everything())
                            .and()
                            .resideOutsideOfPackages(layout.adapters(), layout.bootstrap())
                            .should()
                            .dependOnClassesThat()
                            .resideInAPackage(layout.adapters()),
                    "application.KnowsItsStore",
                    "domain.AsksTheStore",
                    "grpc.KnowsItsService",
                    "http.KnowsItsController",
                    "storage.PrefersOneStore"),
            rule(
                    "nobody sees bootstrap",
                    layout -> noClasses()
                            .that()
                            .resideInAPackage(layout.everything())
                            .and()
                            .resideOutsideOfPackage(layout.bootstrap())
                            .should()
                            .dependOnClassesThat()
                            .resideInAPackage(layout.bootstrap()),
                    "adapter.memory.ReadsSettings"),
            rule(
                    "generated types stay in the adapters that speak protobuf",
                    layout -> noClasses()
                            .that()
                            .resideInAPackage(layout.everything())
                            .and()
                            .resideOutsideOfPackages(layout.generated(), layout.grpcAdapter(), layout.otlpAdapter())
                            .should()
                            .dependOnClassesThat()
                            .resideInAnyPackage(
                                    layout.generated(), "com.google.protobuf..", "io.opentelemetry.proto.."),
                    "adapter.rest.AnswersInProtobuf",
                    "bootstrap.SendsGeneratedTypes"),
            rule(
                    "Micronaut stays in the HTTP adapters, what they stand on, and bootstrap",
                    layout -> noClasses()
                            .that()
                            .resideInAPackage(layout.everything())
                            .and()
                            .resideOutsideOfPackages(
                                    layout.http(),
                                    layout.restAdapter(),
                                    layout.sentryAdapter(),
                                    layout.otlpAdapter(),
                                    layout.bootstrap())
                            .should()
                            .dependOnClassesThat()
                            .resideInAnyPackage("io.micronaut..", "jakarta.."),
                    "adapter.grpc.IsInjected",
                    "application.IsInjected",
                    "domain.IsInjected"),
            rule(
                    "packages have no cycles",
                    layout -> slices().matching(layout.eachPackage()).should().beFreeOfCycles(),
                    "cyclic.cause.Cause",
                    "cyclic.effect.Effect"));

    private Rules() {}

    private static Rule rule(String name, Function<Layout, ArchRule> text, String... violators) {
        return new Rule(name, text, Set.of(violators));
    }

    private static String[] allowed(Set<String> libraries, String... rooms) {
        return Stream.concat(libraries.stream(), Stream.of(rooms)).toArray(String[]::new);
    }
}
