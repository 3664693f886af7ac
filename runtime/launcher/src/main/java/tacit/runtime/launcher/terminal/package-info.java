/** What the attached shell needs of the terminal and of the host beside running lines: history, completion, interrupts. */
@NullMarked
package tacit.runtime.launcher.terminal;

import org.jspecify.annotations.NullMarked;
