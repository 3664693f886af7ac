/**
 * The {@code tacit:} commands of the Felix shell, typed at the host or sent by {@code ./tacit shell}.
 *
 * <pre>
 *   operator --line--> [shell] --> stores, families, tokens
 * </pre>
 */
@NullMarked
package tacit.surface.shell;

import org.jspecify.annotations.NullMarked;
