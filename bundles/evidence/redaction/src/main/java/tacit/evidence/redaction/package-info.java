/** Replaces secrets in text by marks that name their kind. */
@NullMarked
package tacit.evidence.redaction;

import org.jspecify.annotations.NullMarked;
