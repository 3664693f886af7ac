/** Episodes of work: what worked and what did not, and for what. */
@NullMarked
package tacit.memory.playbook;

import org.jspecify.annotations.NullMarked;
