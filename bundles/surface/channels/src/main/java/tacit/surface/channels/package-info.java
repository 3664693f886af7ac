/**
 * The turns of channels: takes what comes in, has it answered, and sends the answers, each once.
 *
 * <pre>
 *   POST /v1/channels/{name}/webhook, mailbox --> intake --> inbox --> turns --> agent --> persona, length --> outbox
 * </pre>
 */
@NullMarked
package tacit.surface.channels;

import org.jspecify.annotations.NullMarked;
