/** Lets evidence in: finds and recognises files, checks, bounds, redacts and stores what sources read. */
@NullMarked
package tacit.evidence.ingest;

import org.jspecify.annotations.NullMarked;
