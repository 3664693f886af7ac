/**
 * The verbs of the {@code tacit} command: finds the one that is called, and has those that belong to no stage.
 *
 * <pre>
 *   launcher, gateway --verb, arguments--> [cli] --> Command
 * </pre>
 */
@NullMarked
package tacit.surface.cli;

import org.jspecify.annotations.NullMarked;
