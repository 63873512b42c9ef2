/**
 * The door for the SDKs and the command line of Sentry: they send here what they send to Sentry, unchanged. It is there
 * if it is switched on.
 */
@Configuration
@Requires(property = SentrySettings.ENABLED, value = StringUtils.TRUE)
@NullMarked
package io.traceops.adapter.sentry;

import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.util.StringUtils;
import org.jspecify.annotations.NullMarked;
