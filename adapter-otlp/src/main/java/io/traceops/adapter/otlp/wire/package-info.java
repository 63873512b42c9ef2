/** Reading exports where they lie: as bytes, record by record, in no more memory than the bytes themselves take. */
@NullMarked
package io.traceops.adapter.otlp.wire;

import org.jspecify.annotations.NullMarked;
