/** Pure functions over times; built into each bundle that uses them. */
@NullMarked
package tacit.trigger.times;

import org.jspecify.annotations.NullMarked;
