/** Pages: templates with escaped values, the macros that all panels share, and the files that pages load. */
@NullMarked
package tacit.surface.mission.view;

import org.jspecify.annotations.NullMarked;
