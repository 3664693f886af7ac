/**
 * Stands between agents and their models: gives each prompt its context, leads it to an upstream, and records what was said.
 *
 * <pre>
 *   OpenAI and Anthropic clients --Call--> [proxy] --context added--> upstream --answer as it is--> client
 * </pre>
 */
@NullMarked
package tacit.surface.proxy;

import org.jspecify.annotations.NullMarked;
