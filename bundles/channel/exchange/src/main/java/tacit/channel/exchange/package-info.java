/** Asks others over HTTP within bounds, signs what is sent, and gives programs clean surroundings; built into what uses it. */
@NullMarked
package tacit.channel.exchange;

import org.jspecify.annotations.NullMarked;
