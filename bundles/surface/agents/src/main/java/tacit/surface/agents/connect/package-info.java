/**
 * The verbs {@code connect} and {@code disconnect}: settings of coding agents, what was written to them, and what stood there
 * before.
 *
 * <pre>
 *   settings file --[connect]--> settings file with hooks and telemetry, DATA/connect/NAME.json
 *   both          --[disconnect]--> settings file as it was
 * </pre>
 */
@NullMarked
package tacit.surface.agents.connect;

import org.jspecify.annotations.NullMarked;
