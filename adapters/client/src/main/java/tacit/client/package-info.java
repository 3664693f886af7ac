/**
 * Asks a running Tacit from an agent in Java, with nothing but the JDK.
 *
 * <pre>
 *   agent --context, recall, conversations--> [client] --HTTP--> Tacit
 *   agent --report--> [queue] --OTLP/HTTP--> Tacit
 * </pre>
 *
 * <p>An agent must never suffer from what watches it: unless it is told otherwise, a client answers with nothing where Tacit cannot
 * be asked, and says why to a {@link tacit.client.TacitListener}.
 */
@NullMarked
package tacit.client;

import org.jspecify.annotations.NullMarked;
