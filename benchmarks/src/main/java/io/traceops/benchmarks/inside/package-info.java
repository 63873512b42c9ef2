/** What a server under measure has beside the packaged one: endpoints to compare with, figures of its process, stores to switch. */
@NullMarked
package io.traceops.benchmarks.inside;

import org.jspecify.annotations.NullMarked;
