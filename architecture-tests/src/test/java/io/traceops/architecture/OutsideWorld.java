package io.traceops.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructor;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Collections;
import java.util.Date;
import java.util.Locale;
import java.util.Random;
import java.util.Scanner;
import java.util.Set;
import java.util.TimeZone;
import java.util.Timer;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Accesses by which a class learns, from the machine that it runs on, something that it was not told. */
final class OutsideWorld {
    private static final Set<String> TIME_FACTORIES = Set.of("now", "systemDefault");
    private static final Set<String> SYSTEM_CLOCKS =
            Set.of("system", "systemUTC", "systemDefaultZone", "tick", "tickMillis", "tickSeconds", "tickMinutes");
    private static final Set<String> SYSTEM_LOOKUPS = Set.of(
            "currentTimeMillis",
            "nanoTime",
            "getenv",
            "getProperty",
            "getProperties",
            "getLogger",
            "console",
            "lineSeparator",
            "identityHashCode",
            "exit",
            "load",
            "loadLibrary",
            "in",
            "out",
            "err");
    private static final Set<String> PATTERN_METHODS =
            Set.of("matches", "replaceAll", "replaceFirst", "split", "splitWithDelimiters");

    private static final DescribedPredicate<JavaClass> SOURCES_OF_RANDOMNESS =
            assignableTo(RandomGenerator.class).or(assignableTo(Random.class)).or(assignableTo(SecureRandom.class));

    private static final DescribedPredicate<JavaClass> ROADS_TO_THE_MACHINE = assignableTo(Thread.class)
            .or(assignableTo(Runtime.class))
            .or(assignableTo(Process.class))
            .or(assignableTo(ProcessBuilder.class))
            .or(assignableTo(ProcessHandle.class))
            .or(assignableTo(ClassLoader.class))
            .or(assignableTo(Scanner.class))
            .or(assignableTo(Timer.class))
            .or(resideInAPackage("java.io.."))
            .or(resideInAPackage("java.net.."))
            .or(resideInAPackage("java.nio.file.."))
            .or(resideInAPackage("java.nio.channels.."));

    private OutsideWorld() {}

    /** Clocks and defaults of the machine: two calls with the same arguments may answer differently. */
    static DescribedPredicate<JavaAccess<?>> clocksAndDefaults() {
        return DescribedPredicate.describe(
                "a clock or a default of the machine",
                access -> asksJavaTime(access)
                        || targets(access, Clock.class, SYSTEM_CLOCKS)
                        || targets(access, InstantSource.class, SYSTEM_CLOCKS)
                        || targets(access, System.class, SYSTEM_LOOKUPS)
                        || targets(access, Locale.class, Set.of("getDefault"))
                        || targets(access, TimeZone.class, Set.of("getDefault"))
                        || makesDateOfNow(access));
    }

    static DescribedPredicate<JavaAccess<?>> randomness() {
        return DescribedPredicate.describe(
                "randomness",
                access -> SOURCES_OF_RANDOMNESS.test(access.getTargetOwner())
                        || targets(access, Math.class, Set.of("random"))
                        || targets(access, StrictMath.class, Set.of("random"))
                        || targets(access, UUID.class, Set.of("randomUUID"))
                        || targets(access, Collections.class, Set.of("shuffle")));
    }

    static DescribedPredicate<JavaAccess<?>> inputAndOutput() {
        return DescribedPredicate.describe(
                "input, output, processes or threads",
                access -> ROADS_TO_THE_MACHINE.test(access.getTargetOwner())
                        || targets(access, Class.class, Set.of("getResource", "getResourceAsStream"))
                        || printsStackTrace(access));
    }

    /** String methods that compile their argument to a regular expression. */
    static DescribedPredicate<JavaAccess<?>> regularExpressions() {
        return DescribedPredicate.describe(
                "a regular expression", access -> targets(access, String.class, PATTERN_METHODS));
    }

    private static boolean targets(JavaAccess<?> access, Class<?> owner, Set<String> names) {
        return access.getTargetOwner().isEquivalentTo(owner)
                && names.contains(access.getTarget().getName());
    }

    private static boolean asksJavaTime(JavaAccess<?> access) {
        return access.getTargetOwner().getPackageName().startsWith("java.time")
                && TIME_FACTORIES.contains(access.getTarget().getName());
    }

    private static boolean makesDateOfNow(JavaAccess<?> access) {
        return targets(access, Date.class, Set.of(JavaConstructor.CONSTRUCTOR_NAME))
                && access.getTarget() instanceof AccessTarget.CodeUnitAccessTarget constructor
                && constructor.getRawParameterTypes().isEmpty();
    }

    private static boolean printsStackTrace(JavaAccess<?> access) {
        return access.getTargetOwner().isAssignableTo(Throwable.class)
                && access.getTarget().getName().equals("printStackTrace");
    }
}
