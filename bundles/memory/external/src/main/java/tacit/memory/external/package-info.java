/**
 * Memories outside this host: asked for prompts, told what the archive keeps as far as the gate allows, and made to forget.
 *
 * <pre>
 *   prompt --ExternalMemories--> ExternalMemory --facts--> foreign fragments
 *   archive --ArchiveMirror, WriteGate--> ExternalMemory; what is gone here is forgotten there
 * </pre>
 */
@NullMarked
package tacit.memory.external;

import org.jspecify.annotations.NullMarked;
