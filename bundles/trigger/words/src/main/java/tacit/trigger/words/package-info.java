/** Pure functions that triggers share: their options, JSON and the events of forges; built into each bundle that uses them. */
@NullMarked
package tacit.trigger.words;

import org.jspecify.annotations.NullMarked;
