/** Tells the parts that adapt of runs, messages and feedback, and keeps the report of what was learnt from each. */
@NullMarked
package tacit.adapt.learning;

import org.jspecify.annotations.NullMarked;
