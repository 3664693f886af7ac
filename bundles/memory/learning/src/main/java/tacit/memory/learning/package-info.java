/**
 * Learns memories from runs: asks the distiller what a run teaches, and does that through the memories that it concerns.
 *
 * <pre>
 *   pipeline --trace--> CoreMemoryDistiller --MemoryEffects--> [learning] --> profile, relationships, playbook, graph, journal, topics
 * </pre>
 */
@NullMarked
package tacit.memory.learning;

import org.jspecify.annotations.NullMarked;
