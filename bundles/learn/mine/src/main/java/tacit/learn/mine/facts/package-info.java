/** States plain facts about the spans of a trace: what detectors conclude from and operators' triage is learned on. */
@NullMarked
package tacit.learn.mine.facts;

import org.jspecify.annotations.NullMarked;
