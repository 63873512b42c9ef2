/** What the command line of Sentry asks for: releases, their commits, and deploys, which become events. */
@NullMarked
package io.traceops.adapter.sentry.cli;

import org.jspecify.annotations.NullMarked;
