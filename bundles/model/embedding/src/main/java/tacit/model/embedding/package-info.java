/** Turns texts into vectors with models that run on this machine. */
@NullMarked
package tacit.model.embedding;

import org.jspecify.annotations.NullMarked;
