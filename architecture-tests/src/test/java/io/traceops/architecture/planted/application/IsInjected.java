package io.traceops.architecture.planted.application;

import jakarta.inject.Singleton;

@Singleton
final class IsInjected {}
