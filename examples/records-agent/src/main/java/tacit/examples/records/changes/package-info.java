/** Changes of records: tasks, an agent that makes up codes, and the register that it changes. */
@NullMarked
package tacit.examples.records.changes;

import org.jspecify.annotations.NullMarked;
