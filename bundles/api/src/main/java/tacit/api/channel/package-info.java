/**
 * Messages from the places where people are, and the answers that go back there.
 *
 * <pre>
 *   webhook, mail --RawDelivery--> [channel] --ChannelMessage--> trace, context --ChannelTurn--> [agent]
 *   webhook, mail &lt;--Transmission-- [channel] &lt;--OutgoingMessage-- persona, length &lt;--ChannelAnswer--
 * </pre>
 *
 * <p>A channel translates and does nothing else: connections, secrets, signatures, queues and turns are the host's.
 */
@Export
@Version("1.0.0")
@NullMarked
package tacit.api.channel;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
